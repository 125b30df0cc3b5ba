using Cake.Core;
using Cake.Frosting;
using GitOps.Cake.GitHub;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake;

/// <summary>A convenient base of a build's context.</summary>
/// <param name="cake">Cake's own context.</param>
/// <param name="session">The run.</param>
public class GitOpsContext(ICakeContext cake, GitOpsSession session) : FrostingContext(cake), IGitOpsContext
{
    /// <inheritdoc/>
    public GitOpsSession Session { get; } = session ?? throw new ArgumentNullException(nameof(session));

    /// <summary>What the ready-made tasks work on. An override starts from <c>base.Helmfile</c>, the command line; what it sets wins.</summary>
    /// <value>By default what the command line says.</value>
    public virtual HelmfileScope Helmfile => Session.CommandLineScope;

    /// <summary>All that the build deploys, where that is more than one helmfile, environment or cluster. The ready-made tasks run once for each.</summary>
    /// <value>By default none: the tasks work on <see cref="Helmfile"/>.</value>
    public virtual IReadOnlyList<HelmfileScope> Scopes => [];

    /// <summary>What a task works on at the moment: one of <see cref="Scopes"/>, else <see cref="Helmfile"/>.</summary>
    public HelmfileScope Scope => Session.Scopes.Current ?? Helmfile;

    /// <summary>
    /// Which GitHub the tasks report to, as whom, and what on. An override starts from <c>base.GitHub</c>, the command line; what it sets wins.
    /// </summary>
    /// <value>By default what the command line and the environment say.</value>
    public virtual GitHubSettings GitHub => Session.CommandLineGitHub;

    /// <summary>Reads an argument of the command line.</summary>
    /// <param name="name">Its name without dashes.</param>
    /// <returns>Its value; null where it was not given.</returns>
    public string? Argument(string name)
    {
        Session.Options.Note(name);
        return Arguments.GetArgument(name);
    }

    /// <summary>Reads an argument of the command line.</summary>
    /// <param name="name">Its name without dashes.</param>
    /// <param name="defaultValue">What counts where it was not given.</param>
    public string Argument(string name, string defaultValue) => Argument(name) ?? defaultValue;

    /// <summary>Whether an argument was given, with or without a value.</summary>
    /// <param name="name">Its name without dashes.</param>
    public bool HasArgument(string name)
    {
        Session.Options.Note(name);
        return Arguments.HasArgument(name);
    }

    /// <summary>What a task of this run published.</summary>
    /// <typeparam name="TResult">The result's type, as in <c>Plan</c>.</typeparam>
    /// <param name="from">The task, where several published one.</param>
    /// <param name="scope">The name of the scope, where the task ran for several.</param>
    /// <exception cref="GitOpsException">None was published, or several were and the arguments do not say which.</exception>
    public TResult Result<TResult>(Type? from = null, string? scope = null)
        where TResult : class => Session.Result<TResult>(from, scope);
}

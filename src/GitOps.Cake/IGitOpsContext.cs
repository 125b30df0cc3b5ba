using Cake.Frosting;
using GitOps.Cake.GitHub;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake;

/// <summary>
/// What the library's tasks ask of a build's context. Derive from <see cref="GitOpsContext"/>, or implement this where the
/// context already derives from another recipe's.
/// </summary>
public interface IGitOpsContext : IFrostingContext
{
    /// <summary>The run: its results, its interruption, and the way to helmfile and GitHub.</summary>
    GitOpsSession Session { get; }

    /// <summary>What the ready-made tasks work on.</summary>
    /// <value>By default what the command line says.</value>
    HelmfileScope Helmfile => Session.CommandLineScope;

    /// <summary>All that the build deploys, where that is more than one helmfile, environment or cluster. The ready-made tasks run once for each.</summary>
    /// <value>By default none: the tasks work on <see cref="Helmfile"/>.</value>
    IReadOnlyList<HelmfileScope> Scopes => [];

    /// <summary>
    /// What a task works on at the moment: one of <see cref="Scopes"/>, else <see cref="Helmfile"/>. A task whose settings start from it runs once for each
    /// scope that is chosen (<c>--scope</c>, <c>--affected</c>); one that names a scope of its own runs once.
    /// </summary>
    HelmfileScope Scope => Session.Scopes.Current ?? Helmfile;

    /// <summary>Which GitHub the tasks report to, as whom, and what on.</summary>
    /// <value>By default what the command line and the environment say.</value>
    GitHubSettings GitHub => Session.CommandLineGitHub;
}

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

    /// <summary>Which GitHub the tasks report to, as whom, and what on.</summary>
    /// <value>By default what the command line and the environment say.</value>
    GitHubSettings GitHub => Session.CommandLineGitHub;
}

using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile;

/// <summary>No release of a scope was selected, so there is nothing to work on.</summary>
/// <param name="file">The state file.</param>
/// <param name="selectors">The selectors, if any.</param>
public sealed class NothingSelectedException(string file, ImmutableArray<string> selectors)
    : GitOpsException(selectors.IsDefaultOrEmpty
        ? $"{file}: there is no release to work on. Declare some under 'releases:', or see whether their conditions hold in this environment."
        : $"{file}: no release matches {string.Join(" or ", selectors)}. Labels, names and namespaces of releases can be selected, and only where a release's condition holds.")
{
    /// <summary>The state file.</summary>
    public string File { get; } = file;
}

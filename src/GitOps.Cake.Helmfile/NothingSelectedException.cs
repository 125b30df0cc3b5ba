using System.Collections.Immutable;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile;

/// <summary>No release of a scope was selected, so there is nothing to work on.</summary>
public class NothingSelectedException : GitOpsException
{
    /// <summary>Nothing was selected by labels and conditions.</summary>
    /// <param name="file">The state file.</param>
    /// <param name="selectors">The selectors, if any.</param>
    public NothingSelectedException(string file, ImmutableArray<string> selectors)
        : this(file, selectors.IsDefaultOrEmpty
            ? $"no releases found: {file} has none to work on. Declare some under 'releases:', or see whether their conditions hold in this environment."
            : $"no releases found: none of {file} matches {string.Join(" or ", selectors)}. Labels, names and namespaces of releases can be selected, and only where a release's condition holds.")
    {
    }

    /// <summary>Nothing was selected for another reason.</summary>
    /// <param name="file">The state file.</param>
    /// <param name="message">The reason, and what to do.</param>
    private protected NothingSelectedException(string file, string message)
        : base(message) => File = file;

    private NothingSelectedException(NothingSelectedException nothing, BuiltStates built)
        : base(nothing.Message) => (File, Built) = (nothing.File, built);

    /// <summary>The state file.</summary>
    public string File { get; }

    /// <summary>What a build shows all the same, as with helmfile: the state files with no release. Null for all other commands.</summary>
    public BuiltStates? Built { get; }

    internal NothingSelectedException After(BuiltStates built) => new(this, built);
}

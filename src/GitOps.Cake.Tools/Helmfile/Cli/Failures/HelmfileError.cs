using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.Cli.Failures;

/// <summary>The error with which a call of helmfile ended.</summary>
/// <param name="Text">helmfile's own text, from the file that it names on.</param>
/// <param name="Release">The release that it blames; null where it blames none, or one that cannot be told.</param>
/// <param name="Dumps">The calls of helm that it shows.</param>
internal sealed record HelmfileError(string Text, ReleaseId? Release, ImmutableArray<HelmDump> Dumps)
{
    /// <summary>Whether the comparison itself failed, and not a change.</summary>
    public bool IsOfComparison => Dumps.Any(dump => dump.Verb == "diff");

    /// <summary>Whether it says which state file it is about; then it is whole, for nothing follows it.</summary>
    public bool NamesFile => Text.StartsWith("in ", StringComparison.Ordinal);

    /// <summary>The first line, which names the files on the way to the failure.</summary>
    public string FirstLine => Text.Split('\n', 2)[0].TrimEnd();
}

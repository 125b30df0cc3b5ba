using System.Collections.Immutable;

namespace GitOps.Cake.Helmfile.State;

/// <summary>The wanted environment is defined in none of the state files.</summary>
internal sealed class UnknownEnvironmentException(string environment, ImmutableArray<SkippedFile> files)
    : GitOpsException(Text(environment, files))
{
    public string Environment { get; } = environment;

    /// <summary>The files that were passed over.</summary>
    public ImmutableArray<SkippedFile> Files { get; } = files;

    private static string Text(string environment, ImmutableArray<SkippedFile> files)
    {
        var known = files.SelectMany(file => file.Environments).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var advice = Spelling.Nearest(environment, known) is { } near ? $"did you mean \"{near}\"?"
            : known.Count > 0 ? $"there are {string.Join(", ", known)}."
            : "declare it under environments, in a part of its own.";
        return $"no releases found: the environment \"{environment}\" is not defined in {string.Join(", ", files.Select(file => file.File))}; {advice}";
    }
}

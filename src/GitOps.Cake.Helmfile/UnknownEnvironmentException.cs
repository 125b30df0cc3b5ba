using System.Collections.Immutable;
using GitOps.Cake.Helmfile.State;

namespace GitOps.Cake.Helmfile;

/// <summary>The wanted environment is defined in none of the state files, so there is nothing to work on.</summary>
public sealed class UnknownEnvironmentException : NothingSelectedException
{
    internal UnknownEnvironmentException(string environment, ImmutableArray<SkippedFile> files)
        : base(files is [var first, ..] ? first.File : "", Text(environment, files)) => (Environment, Files) = (environment, files);

    /// <summary>The environment.</summary>
    public string Environment { get; }

    /// <summary>The files that were passed over.</summary>
    internal ImmutableArray<SkippedFile> Files { get; }

    private static string Text(string environment, ImmutableArray<SkippedFile> files)
    {
        var known = files.SelectMany(file => file.Environments).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var advice = Spelling.Nearest(environment, known) is { } near ? $"did you mean \"{near}\"?"
            : known.Count > 0 ? $"there are {string.Join(", ", known)}."
            : "declare it under environments, in a part of its own.";
        return $"no releases found: the environment \"{environment}\" is not defined in {string.Join(", ", files.Select(file => file.File))}; {advice}";
    }
}

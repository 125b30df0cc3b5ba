using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.State.Sections;
using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Helmfile.State;

/// <summary>One state file to load, and what it is given by the user or by a parent file.</summary>
/// <param name="File">Its path, absolute.</param>
internal sealed record StateRequest(string File)
{
    /// <summary>The entry of the parent that names it; null for a file that the user names.</summary>
    public SourcePosition? NamedAt { get; init; }

    public ImmutableArray<string> Selectors { get; init; } = [];

    /// <summary>State values above those of the environment.</summary>
    public ImmutableArray<Placed<object?>> Values { get; init; } = [];

    /// <summary>The folder that paths among <see cref="Values"/> start from.</summary>
    public required string ValuesFolder { get; init; }

    /// <summary>Single state values of the command line.</summary>
    public GoMap CommandLine { get; init; } = new();

    /// <summary>What the file takes over from its parent; null where it inherits nothing.</summary>
    public Inheritance? Inherited { get; init; }

    /// <summary>Which of the files that the user named leads here, counted from zero.</summary>
    public int Root { get; init; }

    /// <summary>The request for the file that names this one; null for a file that the user names.</summary>
    public StateRequest? Parent { get; init; }

    /// <summary>
    /// The folder that helmfile stays in while it works on the file, as it does with several files of one folder; null where it goes into
    /// the file's own. Helm finds charts there that the file's folder lacks.
    /// </summary>
    public string? StartedIn { get; init; }

    /// <summary>How many files lead here.</summary>
    public int Depth { get; init; }
}

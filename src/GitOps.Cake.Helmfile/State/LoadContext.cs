using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Sources;
using GitOps.Cake.Helmfile.State.Files;
using GitOps.Cake.Helmfile.State.Templating;
using GitOps.Cake.Helmfile.Values;
using GitOps.Cake.Helmfile.Values.References;

namespace GitOps.Cake.Helmfile.State;

/// <summary>What all files of one load share.</summary>
internal sealed record LoadContext
{
    public required StateFiles Files { get; init; }

    /// <summary>Fetches what the files name elsewhere.</summary>
    public required RemoteSources Sources { get; init; }

    /// <summary>The repositories that the files lend each other.</summary>
    public required SharedRepositories Repositories { get; init; }

    public required StateTemplates Templates { get; init; }

    public required string Environment { get; init; }

    /// <summary>The selectors that the user gave.</summary>
    public ImmutableArray<string> Selectors { get; init; } = [];

    /// <summary>What overrides the same keys at the top of every file.</summary>
    public required LoadOverrides Overrides { get; init; }

    public required Func<string, string?> Variable { get; init; }

    public required SecretFiles SecretFiles { get; init; }

    /// <summary>What must not be shown; it grows while values are read.</summary>
    public required SecretTexts Secrets { get; init; }
}

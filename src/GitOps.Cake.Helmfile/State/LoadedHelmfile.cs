using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.State;

/// <summary>One state file, read for one environment: what it wants, before any selection.</summary>
internal sealed record LoadedHelmfile
{
    /// <summary>The file as the user knows it, relative to the workspace.</summary>
    public required string File { get; init; }

    /// <summary>The folder that relative paths start from, absolute.</summary>
    public required string Folder { get; init; }

    public required string Environment { get; init; }

    /// <summary>Every release in the order of its definition, also those not selected, disabled or to be uninstalled.</summary>
    public ImmutableArray<Release> Releases { get; init; } = [];

    public ImmutableArray<ChartRepository> Repositories { get; init; } = [];

    /// <summary>Hooks of the file itself: only those for <c>prepare</c> and <c>cleanup</c> ever run.</summary>
    public ImmutableArray<Hook> Hooks { get; init; } = [];

    /// <summary>The selectors that choose among the releases; those of the command line, unless a parent file says otherwise.</summary>
    public ImmutableArray<string> Selectors { get; init; } = [];

    /// <summary>Which of the files that the user named led to this one, counted from zero.</summary>
    public int Root { get; init; }

    /// <summary>The file itself, for what is read later; null for one made without a file.</summary>
    public HelmfileState? State { get; init; }

    /// <summary>Texts that must not be shown. Values that are read later add to them, so this is to be asked after that.</summary>
    public ImmutableArray<Secret> Secrets => State?.Context.Secrets.ToImmutable() ?? [];

    /// <summary>What was noticed and stops nothing, each a full sentence.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

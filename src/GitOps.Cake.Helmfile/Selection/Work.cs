using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Releases;

namespace GitOps.Cake.Helmfile.Selection;

/// <summary>What a command works on, and what its user sets beside the state files.</summary>
/// <param name="Command">The command in helmfile's words, as hooks hear it: <c>diff</c>, <c>template</c>, ...</param>
/// <param name="Scope">Which releases of which helmfile.</param>
internal sealed record Work(string Command, HelmfileScope Scope)
{
    public NeedsSelection Needs { get; init; } = new();

    public ChartValues Values { get; init; } = new();

    /// <summary>Words for every helm call, before those of the state file.</summary>
    public ImmutableArray<string> Args { get; init; } = [];

    /// <summary>Words for every rendering, in place of those of the state file.</summary>
    public ImmutableArray<string> TemplateArgs { get; init; } = [];

    /// <summary>What rewrites manifests where the state file names nothing.</summary>
    public string? PostRenderer { get; init; }

    public ImmutableArray<string> PostRendererArgs { get; init; } = [];

    public bool SkipSchemaValidation { get; init; }

    public string? KubeVersion { get; init; }

    /// <summary>Whether releases may be upgraded.</summary>
    public bool Upgrades => Command is "apply" or "sync";

    /// <summary>What is read of the releases.</summary>
    public ReleaseInputs Reads { get; init; } = ReleaseInputs.Everything;

    /// <summary>Which releases it does something with, where it reads everything; of the others only the charts are looked at.</summary>
    public Func<Release, bool> Uses { get; init; } = static _ => true;

    /// <summary>Whether needs put releases in order, so that one that is missing, and a circle, are mistakes.</summary>
    public bool FollowsNeeds { get; init; } = true;

    /// <summary>
    /// Whether without a selector a file matches by the releases that it declares, although no condition of them holds: as in all commands of
    /// helmfile that neither render nor change anything.
    /// </summary>
    public bool MatchesDeclared { get; init; }

    /// <summary>Whether the hooks that enclose everything run.</summary>
    public bool Prepares { get; init; } = true;

    /// <summary>Whether the prepare hooks of releases run, too: they make charts, so a command that looks at none does without.</summary>
    public bool PreparesReleases { get; init; } = true;

    /// <summary>Whether the cleanup hooks of releases run.</summary>
    public bool CleansUpReleases { get; init; } = true;

    /// <summary>Whether every release has to say which cluster it goes to.</summary>
    public bool NeedsNamedCluster { get; init; }
}

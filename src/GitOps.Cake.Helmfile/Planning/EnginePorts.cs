using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile.Planning;

/// <summary>The outside world as the engine sees it.</summary>
public sealed record EnginePorts
{
    /// <summary>Renders charts.</summary>
    public required IChartRenderer Renderer { get; init; }

    /// <summary>Installs, upgrades and uninstalls.</summary>
    public required IReleaseActions Actions { get; init; }

    /// <summary>Asks helm about charts and releases.</summary>
    public required IReleaseChecks Checks { get; init; }

    /// <summary>Adds repositories to the user's helm.</summary>
    public required IChartRepositories Repositories { get; init; }

    /// <summary>Keeps what was fetched between runs.</summary>
    public required IFetchCache Cache { get; init; }

    /// <summary>Pulls charts.</summary>
    public required IChartSource Charts { get; init; }

    /// <summary>Makes the charts of releases that change theirs.</summary>
    public required IChartWorkshop Workshop { get; init; }

    /// <summary>Reads release records.</summary>
    public required IReleaseRecords Records { get; init; }

    /// <summary>Reads the cluster.</summary>
    public required ICluster Cluster { get; init; }

    /// <summary>Reads live objects.</summary>
    /// <value>By default nothing: comparisons with live objects are refused.</value>
    public ILiveObjects? Live { get; init; }

    /// <summary>Keeps the run's private files.</summary>
    public required IRunFolder Folder { get; init; }

    /// <summary>Hears what the run tells.</summary>
    public required IRunLog Log { get; init; }

    /// <summary>Runs the programs that state files name.</summary>
    /// <value>By default none: a state file that names one is refused.</value>
    public ICommandRunner? Commands { get; init; }

    /// <summary>Fetches what state files name elsewhere.</summary>
    /// <value>By default nothing: a state file that names something elsewhere is refused.</value>
    public ISourceFetcher? Sources { get; init; }

    /// <summary>Decrypts values with the plugin helm-secrets.</summary>
    /// <value>By default nothing: the program <c>sops</c> decrypts them.</value>
    public ISecretDecryption? Decryption { get; init; }

    /// <summary>Tells whether the user's own helm has a repository of a name, for charts of repositories that no state file declares.</summary>
    /// <value>By default it has none.</value>
    public Func<string, bool> KnowsRepository { get; init; } = _ => false;

    /// <summary>Hears values that must not be seen in any message from now on.</summary>
    /// <value>By default nobody.</value>
    public Action<Secret> Conceal { get; init; } = _ => { };

    /// <summary>Credentials that this process has for other purposes: a template can read them, and no plan may show them.</summary>
    /// <value>By default none.</value>
    public ImmutableArray<Secret> Credentials { get; init => field = value.OrEmpty(); } = [];

    /// <summary>Measures durations.</summary>
    /// <value>By default the system's clock.</value>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The key that binds values of Secrets to a plan's digest.</summary>
    /// <value>By default none: the plan says that they are not bound.</value>
    public Secret? PlanKey { get; init; }

    /// <summary>The version of helm, which is asked while state files are read; it fails where there is no helm that can be used.</summary>
    /// <value>By default none is known.</value>
    public Task<string>? HelmVersion { get; init; }

    /// <summary>The version of helm once state files are read; null where none is known.</summary>
    internal string? KnownHelmVersion => HelmVersion is { IsCompletedSuccessfully: true } asked ? asked.Result : null;
}

using System.Collections.Immutable;

namespace GitOps.Cake.Tooling;

/// <summary>What all the programs of a run have in common.</summary>
public sealed record ToolRunnerSettings
{
    /// <summary>
    /// Names of variables that programs get although they hold credentials of GitHub or of the CI system.
    /// </summary>
    /// <value>By default none.</value>
    public ImmutableArray<string> PassEnvironment { get; init; } = [];

    /// <summary>How long a program may take to end by itself after it was interrupted, before it is killed.</summary>
    /// <value>By default 30 seconds.</value>
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Values that must not be seen in any text of a program.</summary>
    /// <value>By default none; secret arguments and the credentials of the CI system need not be listed.</value>
    public ImmutableArray<Secret> Secrets { get; init; } = [];

    /// <summary>Is told each command and how long it took, at its verbose level.</summary>
    public IRunLog? Log { get; init; }
}

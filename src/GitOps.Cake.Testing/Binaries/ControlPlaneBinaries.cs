using System.Collections.Immutable;

namespace GitOps.Cake.Testing.Binaries;

/// <summary>Full paths of the programs; null for those that were not asked for.</summary>
internal sealed record ControlPlaneBinaries(string Etcd, string ApiServer, string? ControllerManager, string? Scheduler)
{
    public ImmutableArray<BinaryStamp> Stamps() =>
        [.. new[] { Etcd, ApiServer, ControllerManager, Scheduler }.OfType<string>().Select(BinaryStamp.Of)];
}

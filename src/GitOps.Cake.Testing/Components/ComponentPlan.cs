using System.Collections.Immutable;

namespace GitOps.Cake.Testing.Components;

/// <summary>How to start one part: everything but the port, which is chosen at the last moment.</summary>
/// <param name="Name">The program's name.</param>
/// <param name="Program">The program's full path.</param>
/// <param name="Arguments">The arguments for a port.</param>
/// <param name="HealthPath">The path that answers 200 when the part is up.</param>
internal sealed record ComponentPlan(string Name, string Program, Func<int, ImmutableArray<string>> Arguments, string HealthPath)
{
    public static Uri Address(int port, string path = "/") => new UriBuilder("https", "127.0.0.1", port, path).Uri;
}

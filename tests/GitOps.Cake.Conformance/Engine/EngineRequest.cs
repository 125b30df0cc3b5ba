using System.Collections.Immutable;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>One command line of helmfile for the engine.</summary>
/// <param name="Folder">The folder that it runs in.</param>
/// <param name="File">What <c>-f</c> names; empty: no <c>-f</c>.</param>
/// <param name="Arguments">All other words.</param>
/// <param name="Helm">The helm program.</param>
internal sealed record EngineRequest(string Folder, string File, ImmutableArray<string> Arguments, string Helm);

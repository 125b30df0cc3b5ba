using System.Reflection;

namespace GitOps.Cake.Helmfile.Verbs.Version;

/// <summary>The version of this library, without the commit that it was built from.</summary>
internal static class EngineVersion
{
    public static string Current { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GitOps.Cake.Conformance.Cases;

namespace GitOps.Cake.Conformance.Running;

/// <summary>The environment of a case: what the recordings had, and nothing of the machine's own but the path to its programs.</summary>
internal static class CaseEnvironment
{
    /// <summary>Whether a case has an environment that it shares with no other.</summary>
    public static bool IsOwn(ConformanceCase @case) => @case.NeedsRepository || @case.Environment.Length > 0;

    public static ImmutableSortedDictionary<string, string> Of(ConformanceCase @case, LaneFolder folder, Toolbox tools, string? kubeConfig)
    {
        var environment = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        environment["PATH"] = $"{tools.Bin}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        environment["HOME"] = folder.Home;
        environment["TMPDIR"] = folder.Temporary;
        environment["TZ"] = "UTC";
        environment["LANG"] = "C.UTF-8";
        environment["NO_COLOR"] = "1";
        environment["GIT_CONFIG_NOSYSTEM"] = "1";
        environment["KUBECONFIG"] = kubeConfig ?? Path.Combine(folder.Home, "no-cluster");
        // Where .NET lies: the program that answers needs it.
        environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        if (@case.NeedsRepository)
            environment["CORPUS_REPO"] = ChartRepository.Address;

        foreach (var (name, value) in @case.Environment)
            environment[name] = value;
        return environment.ToImmutable();
    }
}

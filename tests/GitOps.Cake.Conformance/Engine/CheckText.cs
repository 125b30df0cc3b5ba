using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Results;

namespace GitOps.Cake.Conformance.Engine;

/// <summary>What helm says of releases, as a person hears it.</summary>
internal static class CheckText
{
    public static EngineAnswer Of(CheckReport report, CallLog log)
    {
        foreach (var release in report.Releases)
            log.Add($"{release.Release}: {(release.Succeeded ? "succeeded" : "failed")}\n{release.Output}");
        return new() { Exit = report.Succeeded ? 0 : 1 };
    }

    public static EngineAnswer Of(ReleaseStatuses statuses, CallLog log)
    {
        foreach (var release in statuses.Releases)
            log.Add(release.Text.Length > 0 ? release.Text : $"{release.Release}: {release.Status}");
        return new() { Exit = 0 };
    }
}

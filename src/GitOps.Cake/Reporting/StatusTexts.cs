using System.Text.Json.Nodes;
using GitOps.Cake.Results;

namespace GitOps.Cake.Reporting;

/// <summary>What helm says of releases.</summary>
internal static class StatusTexts
{
    public static string Text(ReleaseStatuses statuses) => string.Join('\n', statuses.Releases.Select(release =>
        release.Text.Length > 0 ? release.Text.TrimEnd('\n') : $"{release.Release}: {release.Status}"));

    public static JsonArray Rows(ReleaseStatuses statuses) => ResultJson.Array(statuses.Releases, release =>
    {
        var row = ResultJson.Of(release.Release);
        row["status"] = release.Status;
        row["revision"] = release.Revision;
        return row;
    });
}

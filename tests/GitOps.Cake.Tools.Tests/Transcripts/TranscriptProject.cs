using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Cli.Answers;

namespace GitOps.Cake.Tests.Transcripts;

/// <summary>The state files of the recorded story, as far as a reader may know them: which releases there are, and which are wanted.</summary>
internal static class TranscriptProject
{
    private static readonly ImmutableArray<string> Environments = ["default", "production"];

    /// <summary>The releases that a call works on; none where its state file cannot be read.</summary>
    public static KnownProject Of(Transcript call) => new([.. Releases(call.Title).Where(release => IsSelected(release, call))], Environments);

    private static ImmutableArray<KnownRelease> Releases(string title) => title switch
    {
        "hook-interrupted" or "hook-terminated" or "hook-interrupted-group" => Wanted("shop", "slow"),
        "apply-fails" or "apply-fails-color" or "sync-fails" or "diff-after-failure" => Wanted("shop", "first", "bad", "beside", "after"),
        "diff-chart-fails" or "template-chart-fails" or "lint-fails" or "diff-values-file-missing" => Wanted("shop", "refuses"),
        "apply-stuck-first" => Wanted("shop", "stuck", "easy"),
        "apply-delete-fails" => [new(new("stuck", "shop"), Installed: false), .. Wanted("shop", "easy")],
        "destroy-after-failed-delete" => [new(new("stuck", "shop"), Installed: false), .. Wanted("shop", "easy")],
        "apply-reinstall-first" or "apply-reinstall" => Wanted("shop", "fixed"),
        "upgrade-interrupted" or "upgrade-interrupted-group" or "diff-after-interrupt" or "list-after-interrupt" or "sync-after-interrupt" => Wanted("shop", "waiting"),
        "needs-circle" => Wanted("", "a", "b"),
        "missing-chart" => Wanted("", "a"),
        "nested-fails" or "folder-list-json" or "folder-show-dag" or "folder-diff-structured" or "folder-apply" or "folder-destroy" => Wanted("shop", "one", "two"),
        "bad-selector" or "missing-file" or "invalid-yaml" or "unknown-key" or "unknown-environment" => [],
        _ => [.. Wanted("infra", "cache"), .. Wanted("shop", "api", "web"), new(new("old", "shop"), Installed: WantsOld(title))],
    };

    /// <summary>The release old is switched on when things are changed for the first time.</summary>
    private static bool WantsOld(string title) =>
        title.StartsWith("diff-changed-", StringComparison.Ordinal) || title is "apply-changed-detailed" or "apply-structured-unchanged";

    private static ImmutableArray<KnownRelease> Wanted(string @namespace, params string[] names) =>
        [.. names.Select(name => new KnownRelease(new(name, @namespace)))];

    private static bool IsSelected(KnownRelease release, Transcript call)
    {
        var at = call.Arguments.IndexOf("-l");
        return at < 0 || call.Arguments[at + 1] switch
        {
            "tier=front" => release.Id.Name == "web",
            var selector when selector.StartsWith("name=", StringComparison.Ordinal) => release.Id.Name == selector["name=".Length..],
            _ => false,
        };
    }
}

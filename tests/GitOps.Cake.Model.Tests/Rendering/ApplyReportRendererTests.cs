using GitOps.Cake.Rendering;
using GitOps.Cake.Reports;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Rendering;

public class ApplyReportRendererTests
{
    [Fact]
    public void Failures_come_first_in_words_then_the_table_then_the_totals() => Sample.Report().ToConsole().ShouldBe(
        """
        web/backend: failed, rolled back
          The upgrade failed: timed out waiting for the condition
            > helm upgrade --install backend
          The rollback to revision 3 succeeded.

        web/jobs: skipped
          It needs web/backend, which failed.

        RELEASE       OUTCOME              REVISION  DURATION  REASON
        web/cache     unchanged            3
        web/backend   failed, rolled back  5         30.1 s    see above
        web/frontend  installed            1         3.2 s
        web/jobs      skipped                                  It needs web/backend, which failed.

        Apply: 1 installed, 0 upgraded, 0 uninstalled, 1 unchanged; 1 rolled back, 1 skipped (34.2 s)
        Digest of the plan: cf6d36afad232559435344bee7b4b68afed33b49777913593818d5d132bdd484

        """);

    [Fact]
    public void An_interruption_is_told_and_so_is_a_dry_run()
    {
        var interrupted = Sample.Report() with { Interrupted = true };
        var dry = Sample.Report() with { DryRun = true };

        interrupted.ToConsole().ShouldContain("\nThe run was interrupted. Look at the releases above before it is started again.\nApply: ");
        interrupted.ToMarkdown().ShouldContain("**The run was interrupted. Look at the releases below before it is started again.**");
        dry.ToConsole().ShouldContain("\nThis was a dry run: nothing was changed.\nDry run: 1 installed");
        dry.ToMarkdown().ShouldStartWith("### Dry run of ");
    }

    [Fact]
    public void Markdown_starts_with_the_totals_and_the_failures() => Sample.Report().ToMarkdown().ShouldStartWith(
        """
        ### Apply of <code>deploy/helmfile.yaml&#58;staging</code>

        **Apply: 1 installed, 0 upgraded, 0 uninstalled, 1 unchanged; 1 rolled back, 1 skipped (34.2 s)**

        <code>web/backend</code> **failed, rolled back**

        ```text
        The upgrade failed: timed out waiting for the condition
          > helm upgrade --install backend
        The rollback to revision 3 succeeded.
        ```

        | Release | Outcome | Revision | Duration | Reason |
        |---|---|--:|--:|---|
        | <code>web/cache</code> | unchanged | 3 |  |  |
        | <code>web/backend</code> | failed, rolled back | 5 | 30.1 s | <code>see above</code> |

        """);

    [Fact]
    public void Every_outcome_is_counted_once()
    {
        var report = Sample.Report() with
        {
            Releases = [.. Enum.GetValues<ReleaseOutcomeKind>().Select(outcome => new ReleaseOutcome { Release = new(outcome.ToString()), Outcome = outcome })],
        };

        report.ToSummary().ShouldBe(
            "Apply: 2 installed, 1 upgraded, 1 uninstalled, 1 unchanged; 2 failed, 1 rolled back, 1 with a failed rollback, 1 interrupted, 1 skipped, 1 unknown (34.2 s)");
    }

    [Fact]
    public void Long_reasons_are_left_out_of_markdown_before_the_totals_are()
    {
        var report = Sample.Report() with
        {
            Releases = [Sample.Report().Releases[1] with { Reason = new string('x', 70_000) }],
        };

        var markdown = report.ToMarkdown();

        markdown.Length.ShouldBeLessThan(60_000);
        markdown.ShouldContain("The reason is too long for this place");
    }

    [Theory]
    [InlineData(0, "0.0 s")]
    [InlineData(0.44, "0.4 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min 00 s")]
    [InlineData(3599.7, "1 h 00 min")]
    [InlineData(125, "2 min 05 s")]
    [InlineData(3725, "1 h 02 min")]
    [InlineData(100_000, "27 h 46 min")]
    public void Durations_are_told_as_people_say_them(double seconds, string text) =>
        DurationText.Of(TimeSpan.FromSeconds(seconds)).ShouldBe(text);
}

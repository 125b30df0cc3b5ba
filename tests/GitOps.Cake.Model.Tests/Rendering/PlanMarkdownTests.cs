using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Rendering;

public class PlanMarkdownTests
{
    [Fact]
    public void One_changed_field_is_seen_without_opening_anything() => Sample.OneField().ToMarkdown().ShouldBe(
        """
        ### Plan of <code>deploy/helmfile.yaml&#58;staging</code>

        **Plan: 0 to install, 1 to upgrade, 0 to uninstall, 2 unchanged; 0 resources to add, 1 to change, 0 to remove**

        | | Release | Action | Chart | Reason |
        |:-:|---|---|---|---|
        | <code>&#126;</code> | <code>web/backend</code> | upgrade | <code>backend 1.0.0</code> | manifest changed |

        <details open><summary><code>&#126; web/backend</code>: 1 to change</summary>

        ```diff
        ! Deployment web/backend
        !   spec.template.spec.containers[0].image: registry.example/backend:2.0.0 → registry.example/backend:2.1.0
        ```

        </details>

        <details><summary>2 unchanged</summary>

        <code>web/cache</code>, <code>web/search</code>

        </details>

        Digest <code>6b21a6547d40be5e4dae4dab4f228df8309e1f72cd2b2055daffc287639c476c</code>

        """);

    [Fact]
    public void Releases_have_collapsed_sections_with_fields_diffs_and_errors()
    {
        var markdown = Sample.Full().ToMarkdown();

        markdown.ShouldContain(
            """
            <details><summary><code>&#126; web/backend</code>: 3 to change, 1 to remove</summary>

            ```diff
            ! Deployment web/backend
            !   spec.replicas: 2 → 3
            !   spec.template.spec.containers[0].image: registry.example/backend:2.0.0 → registry.example/backend:2.1.0
            +   metadata.labels.team: web
            -   spec.paused: true
            ! Secret web/backend
            !   data.password: changed, 12 → 14 bytes
            ! ConfigMap web/backend (text only: no field differs)
            - Service web/old
            @@ Deployment web/backend @@
             spec:
            -  paused: true
            -  replicas: 2
            +  replicas: 3
            @@ ConfigMap web/backend @@
            -# old
            +# new
             data: {}
            ```

            </details>

            """);
        markdown.ShouldContain(
            """
            <details open><summary><code>&#33; web/search</code></summary>

            ```text
            helm template failed (exit code 1)
              > helm template search charts/search
            Error: values don't meet the schema
            ```

            </details>

            """);
        markdown.ShouldContain("| <code>pending-upgrade</code>: cut off or under way |");
        markdown.ShouldContain("**This plan is partial and cannot be approved.** Not compared: <code>web/search</code>.");
        markdown.ShouldContain("Give every run the same `GITOPS_PLAN_KEY` to bind them.");
    }

    [Fact]
    public void A_fence_is_longer_than_any_run_of_backticks_inside()
    {
        var change = Sample.Resource("ConfigMap", "a", ResourceChangeKind.Changed) with { Diff = "+ ```` \n-`` ```\n" };

        var markdown = Sample.Of(Sample.Upgrade("a", change)).ToMarkdown();

        markdown.ShouldContain("\n`````diff\n");
        markdown.ShouldContain("\n`````\n");
    }

    [Theory]
    [InlineData(65_536)]
    [InlineData(20_000)]
    [InlineData(5_000)]
    [InlineData(1_500)]
    public void It_never_gets_longer_than_it_may_and_says_what_it_left_out(int most)
    {
        var diff = string.Concat(Enumerable.Range(0, 400).Select(line => $"+line {line}\n"));
        var releases = Enumerable.Range(0, 60).Select(number => Sample.Upgrade(
            $"release-{number}", Sample.Resource("Deployment", "a", ResourceChangeKind.Changed, Sample.Field("x", "1", "2")) with { Diff = diff }));
        var plan = Sample.Of([.. releases]);
        plan.ToMarkdown(new() { MaximumLength = int.MaxValue }).Length.ShouldBeGreaterThan(65_536);

        var markdown = plan.ToMarkdown(new() { MaximumLength = most });

        markdown.Length.ShouldBeLessThanOrEqualTo(most);
        markdown.ShouldContain(plan.ToSummary());
        markdown.ShouldContain(plan.Digest);
        markdown.ShouldContain("too long for this place");
    }

    [Fact]
    public void Diffs_go_before_fields_and_fields_before_the_table()
    {
        var change = Sample.Resource("Deployment", "a", ResourceChangeKind.Changed, Sample.Field("x", "1", "2")) with
        {
            Diff = string.Concat(Enumerable.Repeat("+line\n", 1_000)),
        };

        var markdown = Sample.Of(Sample.Upgrade("a", change)).ToMarkdown(new() { MaximumLength = 4_000 });

        markdown.ShouldContain("| upgrade |");
        markdown.ShouldContain("!   x: 1 → 2\n```\nThe diff is too long for this place");
        markdown.ShouldNotContain("+line");
    }

    [Fact]
    public void The_heading_has_the_level_that_was_asked_for() =>
        Sample.OneField().ToMarkdown(new() { HeadingLevel = 2 }).ShouldStartWith("## Plan of ");
}

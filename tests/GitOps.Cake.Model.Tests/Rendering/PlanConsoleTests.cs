using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Rendering;

public class PlanConsoleTests
{
    [Fact]
    public void One_changed_field_is_seen_at_a_glance() => Sample.OneField().ToConsole().ShouldBe(
        """
        Plan of deploy/helmfile.yaml:staging

          RELEASE      ACTION   CHART          REASON
        ~ web/backend  upgrade  backend 1.0.0  manifest changed
          unchanged: web/cache, web/search

        ~ web/backend
          ~ Deployment web/backend
              ~ spec.template.spec.containers[0].image: registry.example/backend:2.0.0 → registry.example/backend:2.1.0

        Plan: 0 to install, 1 to upgrade, 0 to uninstall, 2 unchanged; 0 resources to add, 1 to change, 0 to remove
        Digest: 6b21a6547d40be5e4dae4dab4f228df8309e1f72cd2b2055daffc287639c476c

        """);

    [Fact]
    public void Every_release_is_told_with_its_action_its_reason_and_what_changes() => Sample.Full().ToConsole().ShouldBe(
        """
        Plan of deploy/helmfile.yaml:staging

          RELEASE       ACTION     CHART                  REASON
        ~ web/backend   upgrade    backend 1.0.0 → 1.1.0  manifest changed
        + web/frontend  install    charts/frontend 1.4.0  new
        ~ web/jobs      upgrade    jobs 1.0.0             last revision failed: tried again
        ~ web/queue     upgrade    queue 1.0.0            pending-upgrade: cut off or under way
        = web/metrics   none       metrics 1.0.0          record only: values differ, no object does
        - web/legacy    uninstall  legacy 1.0.0           to be uninstalled
        ! web/search    unknown    charts/search          not compared: error below
          unchanged: web/cache

        ~ web/backend
          ~ Deployment web/backend
              ~ spec.replicas: 2 → 3
              ~ spec.template.spec.containers[0].image: registry.example/backend:2.0.0 → registry.example/backend:2.1.0
              + metadata.labels.team: web
              - spec.paused: true
          ~ Secret web/backend
              ~ data.password: changed, 12 → 14 bytes
          ~ ConfigMap web/backend (text only: no field differs)
                -# old
                +# new
                 data: {}
          - Service web/old

        + web/frontend
          + Deployment web/frontend
          ~ ClusterRole web/frontend (taken over from ops/frontend)

        ~ web/queue
          Revision 3 has been pending-upgrade for 2 h. If nothing is under way: helm rollback queue 2 -n web

        - web/legacy
          - Deployment web/legacy

        ! web/search
          helm template failed (exit code 1)
            > helm template search charts/search
          Error: values don't meet the schema

        Warning: deploy/helmfile.yaml:12: the repository bitnami is never used.
        Note: This plan is partial and cannot be approved. Not compared: web/search.
        Note: Values of Secrets are not bound: the digest stays the same when only they change. Give every run the same GITOPS_PLAN_KEY to bind them.
        Plan: 1 to install, 3 to upgrade, 1 to uninstall, 1 unchanged, 1 record only, 1 not compared; 1 resource to add, 4 to change, 2 to remove
        Digest: cf6d36afad232559435344bee7b4b68afed33b49777913593818d5d132bdd484

        """);

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    public void Lines_are_wrapped_to_the_width_at_spaces_only(int width)
    {
        var plan = Sample.Full() with { Warnings = ["日本語 の 警告 です ".PadRight(200, 'x'), "The token is ***, and more words follow it here."] };
        var wrapped = plan.ToConsole(new() { Width = width });

        foreach (var line in wrapped.Split('\n').Where(line => DisplayWidth.Of(line) > width))
        {
            line.Trim().Split(' ').Length.ShouldBeLessThanOrEqualTo(2, line);
        }

        Words(wrapped.Replace("RELEASE ACTION CHART REASON", "", StringComparison.Ordinal))
            .Where(word => word is not ("RELEASE" or "ACTION" or "CHART" or "REASON"))
            .ShouldBe(Words(plan.ToConsole()).Where(word => word is not ("RELEASE" or "ACTION" or "CHART" or "REASON")));
    }

    [Fact]
    public void The_last_column_goes_on_under_itself() => Sample.Full().ToConsole(new() { Width = 90 }).ShouldContain(
        """
        = web/metrics   none       metrics 1.0.0          record only: values differ, no object
                                                          does

        """);

    [Fact]
    public void Colours_mark_what_is_added_changed_and_removed_and_change_no_word()
    {
        var coloured = Sample.Full().ToConsole(new() { Colour = true });

        coloured.ShouldContain("\e[33m~ web/backend\e[0m   upgrade");
        coloured.ShouldContain("\e[32m+ web/frontend\e[0m  install");
        coloured.ShouldContain("\e[31m- web/legacy\e[0m");
        coloured.ShouldContain("\e[32m+\e[0m metadata.labels.team: web\n");
        coloured.ShouldContain("\e[31m-# old\e[0m\n");
        System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[\\d*m", "").ShouldBe(Sample.Full().ToConsole());
    }

    [Fact]
    public void No_changes_are_said_in_words()
    {
        var plan = Sample.Of(
            Sample.Unchanged("cache"),
            Sample.Unchanged("search"),
            Sample.Unchanged("old") with { Reason = ChangeReason.Absent, Revision = null },
            Sample.Unchanged("metrics") with { Action = ReleaseAction.RecordOnly, Reason = ChangeReason.RecordChanged });

        plan.ToConsole().ShouldContain("  unchanged: web/cache, web/search\n  not installed, as wanted: web/old\n\nNo changes. Releases: 3 unchanged, 1 record only.\n");
        Sample.Of().ToSummary().ShouldBe("No changes. No release was selected.");
    }

    [Fact]
    public void A_plan_that_could_not_be_made_does_not_claim_that_nothing_changes() =>
        Sample.Of(Sample.Full().Releases[^1]).ToSummary().ShouldStartWith("Plan: 0 to install");

    [Fact]
    public void A_secret_that_is_bound_or_absent_needs_no_note()
    {
        (Sample.Full() with { SecretsBound = true }).ToConsole().ShouldNotContain("GITOPS_PLAN_KEY");
        Sample.OneField().ToConsole().ShouldNotContain("GITOPS_PLAN_KEY");
        Sample.Of(Sample.Unchanged("a") with { HasSecrets = true }).ToConsole().ShouldContain("GITOPS_PLAN_KEY");
    }

    [Fact]
    public void Values_of_several_lines_are_told_by_size_and_shown_in_the_diff()
    {
        var change = Sample.Resource("ConfigMap", "a", ResourceChangeKind.Changed, Sample.Field("data.text", "\"a\\nb\\n\"", "\"a\\nc\\nd\\n\"")) with
        {
            Diff = " data:\n   text: |\n     a\n-    b\n+    c\n+    d\n",
        };

        Sample.Of(Sample.Upgrade("a", change)).ToConsole().ShouldContain(
            """
                  ~ data.text: text of 2 lines, 4 characters → text of 3 lines, 6 characters
                     data:
                       text: |
                         a
                    -    b
                    +    c
                    +    d

            """);
    }

    [Fact]
    public void Diffs_are_shown_on_request()
    {
        Sample.Full().ToConsole().ShouldNotContain("-  replicas: 2");
        Sample.Full().ToConsole(new() { Diffs = true }).ShouldContain("        -  replicas: 2\n        +  replicas: 3\n");
    }

    [Fact]
    public void Resources_of_one_name_are_told_apart_by_their_api_version()
    {
        var old = Sample.Resource("Ingress", "a", ResourceChangeKind.Removed) with { Resource = new("extensions/v1beta1", "Ingress", "web", "a") };
        var wanted = Sample.Resource("Ingress", "a", ResourceChangeKind.Added) with { Resource = new("networking.k8s.io/v1", "Ingress", "web", "a") };

        Sample.Of(Sample.Upgrade("a", old, wanted)).ToConsole()
            .ShouldContain("  - Ingress web/a (extensions/v1beta1)\n  + Ingress web/a (networking.k8s.io/v1)\n");
    }

    [Fact]
    public void What_must_not_be_shown_is_said_not_to_be_shown() =>
        Sample.Of(Sample.Upgrade("a") with { Comparison = Comparison.Suppressed }).ToConsole().ShouldContain("~ web/a\n  The state file asks not to show the content.\n");

    [Fact]
    public void A_context_and_an_environment_that_the_scope_does_not_name_are_in_the_first_line() =>
        (Sample.OneField() with { Scope = "shop", Origin = new() { KubeContext = "eu" } }).ToConsole().ShouldStartWith("Plan of shop, environment staging, context eu\n");

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}

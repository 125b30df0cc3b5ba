using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Rendering;

public class FoldedChangesTests
{
    private static readonly FieldChange Chart = Sample.Field("metadata.labels.helm.sh/chart", "\"app-1.2.0\"", "\"app-1.2.1\"");
    private static readonly FieldChange Checksum = Sample.Field("spec.template.metadata.annotations.checksum/config", "\"ab\"", "\"cd\"");
    private static readonly FieldChange Replicas = Sample.Field("spec.replicas", "2", "3");

    public static TheoryData<FieldChange[][], string> Lines => new()
    {
        { [[Chart]], "1 resource changes in labels alone (helm.sh/chart app-1.2.0 → app-1.2.1)" },
        { [[Chart], [Chart], [Chart]], "3 resources change in labels alone (helm.sh/chart app-1.2.0 → app-1.2.1)" },
        { [[Chart], [Chart, Pod(Chart)]], "2 resources change in labels alone (helm.sh/chart app-1.2.0 → app-1.2.1); pods of 1 start anew" },
        { [[Checksum]], "1 resource changes in checksums alone (checksum/config); pods of 1 start anew" },
        { [[Checksum, Chart]], "1 resource changes in labels and checksums alone (helm.sh/chart app-1.2.0 → app-1.2.1, checksum/config); pods of 1 start anew" },
        { [[Chart], [Sample.Field(Chart.Path, "\"db-1\"", "\"db-2\"")]], "2 resources change in labels alone (helm.sh/chart)" },
        { [[Sample.Field("metadata.labels.chart", "\"a\"", null)]], "1 resource changes in labels alone (chart)" },
        { [[Sample.Field("metadata.labels.app.kubernetes.io/version", "\"1.0\"", "\"1.1\""), Chart]],
            "1 resource changes in labels alone (app.kubernetes.io/version \"1.0\" → \"1.1\", helm.sh/chart app-1.2.0 → app-1.2.1)" },
        { [[Chart with { Redacted = true, Old = null, New = null, OldSize = 3, NewSize = 3 }]], "1 resource changes in labels alone (helm.sh/chart)" },
        { [[.. Enumerable.Range(1, 7).Select(number => Sample.Field($"metadata.annotations.checksum/{number}", "1", "2"))]],
            "1 resource changes in checksums alone (checksum/1, checksum/2, checksum/3, checksum/4, checksum/5, …)" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void What_is_noise_alone_is_told_in_one_line_per_release_and_counted_all_the_same(FieldChange[][] resources, string line)
    {
        var plan = Sample.Of(Sample.Upgrade("app", [.. resources.Select((fields, number) => Changed($"app-{number}", fields))]));

        plan.ToConsole().ShouldContain($"\n~ web/app\n  ~ {line}\n\n");
        plan.ToMarkdown().ShouldContain($"```diff\n! {line}\n```");
        plan.ToSummary().ShouldContain($"{resources.Length} to change");
        PlanJson.Write(plan).ShouldContain(resources[0][0].Path);
    }

    [Fact]
    public void A_resource_with_other_changes_shows_those_and_names_the_noise()
    {
        var plan = Sample.Of(Sample.Upgrade("app", Changed("app", Chart, Pod(Chart), Replicas, Checksum), Changed("db", Chart)));

        plan.ToConsole().ShouldContain(
            """
              ~ Service web/app (besides: helm.sh/chart, checksum/config)
                  ~ spec.replicas: 2 → 3
              ~ 1 resource changes in labels alone (helm.sh/chart app-1.2.0 → app-1.2.1)

            """);
        plan.ToMarkdown().ShouldContain(
            """
            ! Service web/app (besides: helm.sh/chart, checksum/config)
            !   spec.replicas: 2 → 3
            ! 1 resource changes in labels alone (helm.sh/chart app-1.2.0 → app-1.2.1)

            """);
    }

    [Fact]
    public void Who_asks_for_every_difference_gets_every_one()
    {
        var whole = Sample.Of(Sample.Upgrade("app", Changed("app", Chart, Replicas), Changed("db", Chart))).ToConsole(new() { Diffs = true });

        whole.ShouldContain("  ~ Service web/app\n      ~ metadata.labels.helm.sh/chart: app-1.2.0 → app-1.2.1\n      ~ spec.replicas: 2 → 3\n");
        whole.ShouldContain("  ~ Service web/db\n      ~ metadata.labels.helm.sh/chart: app-1.2.0 → app-1.2.1\n");
        whole.ShouldNotContain("alone");
    }

    [Fact]
    public void Whole_releases_that_are_renamed_name_each_other_in_the_table()
    {
        var plan = Sample.Of(
            Sample.Unchanged("shop") with { Action = ReleaseAction.Uninstall, Reason = ChangeReason.Unwanted, RenamedTo = new("store", "web") },
            Sample.Unchanged("store") with { Action = ReleaseAction.Install, Reason = ChangeReason.NotInstalled, RenamedFrom = new("shop", "web") });

        plan.ToConsole().ShouldContain("to be uninstalled: renamed to web/store\n");
        plan.ToConsole().ShouldContain("new: renamed from web/shop\n");
        plan.ToMarkdown().ShouldContain("| to be uninstalled: renamed to <code>web/store</code> |");
        plan.ToMarkdown().ShouldContain("| new: renamed from <code>web/shop</code> |");
        PlanJson.Read(PlanJson.Write(plan)).Releases[0].RenamedTo.ShouldBe(new("store", "web"));
    }

    private static FieldChange Pod(FieldChange field) => field with { Path = $"spec.template.{field.Path}" };

    private static ResourceChange Changed(string name, params FieldChange[] fields) => Sample.Resource("Service", name, ResourceChangeKind.Changed, fields);
}

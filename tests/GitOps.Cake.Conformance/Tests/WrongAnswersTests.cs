using System.Collections.Immutable;
using GitOps.Cake.Conformance.Answers;
using GitOps.Cake.Conformance.Cases;
using GitOps.Cake.Conformance.Reporting;

namespace GitOps.Cake.Conformance.Tests;

/// <summary>A runner that finds nothing proves nothing: wrong answers of every kind, each of which has to be found.</summary>
public class WrongAnswersTests
{
    private const string Manifests =
        """
        ---
        # Source: web/templates/service.yaml
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {ports: [{port: 80}]}
        ---
        kind: ConfigMap
        metadata:
          name: web
        data: {on: "yes", size: 1}
        """;

    private const string Rows = """[{"name":"a","namespace":"x","enabled":true,"installed":true,"labels":"tier:web","chart":"c","version":""},{"name":"b","namespace":"x","enabled":true,"installed":true,"labels":"","chart":"c","version":""}]""";

    private const string Built =
        """
        ---
        #  Source: $CASE/helmfile.yaml

        filepath: helmfile.yaml
        helmDefaults: {wait: true, timeout: 30}
        releases:
          - {name: a, chart: c, labels: {name: a}, chartPath: /there/c}
        commonLabels: {team: one}
        templates: {}
        renderedvalues: {a: 1}
        """;

    private const string Groups = "GROUP RELEASE DEPENDENCIES\n1     x/a\n1     x/b\n2     x/c  x/a,x/b\nGROUP RELEASE DEPENDENCIES\n1     y/d\n";

    private const string Diff =
        """
        Comparing release=a, chart=c, namespace=x
        [
          {"apiVersion": "v1", "kind": "ConfigMap", "namespace": "x", "name": "one", "changeType": "ADD"},
          {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": "Role", "name": "a:b", "changeType": "MODIFY", "changes": []},
          {"name": "x, found, ConfigMap (v1)", "changeType": "OWNERSHIP"}
        ]

        Comparing release=b, chart=c, namespace=
        """;

    private const string Releases =
        """[{"chart":"c-0.1.0","name":"a","namespace":"x","revision":2,"status":"deployed","values":{"b":[1,2]}},{"chart":"c-0.1.0","name":"z","namespace":"x","revision":1,"status":"failed","values":{}}]""";

    public static TheoryData<string, string, string> WrongTexts => new()
    {
        { "Template", Manifests, Manifests.Replace("port: 80", "port: 81", StringComparison.Ordinal) },
        { "Template", Manifests, Manifests.Replace("\"yes\"", "true", StringComparison.Ordinal) },
        { "Template", Manifests, Manifests.Replace("size: 1", "size: \"1\"", StringComparison.Ordinal) },
        { "Template", Manifests, Manifests.Replace(", size: 1", "", StringComparison.Ordinal) },
        { "Template", Manifests, Manifests.Replace("size: 1", "size: 1, more: null", StringComparison.Ordinal) },
        { "Template", Manifests, $"{Manifests}\n---\nkind: Secret\n" },
        { "Template", Manifests, Manifests[..Manifests.IndexOf("---\nkind", StringComparison.Ordinal)] },
        { "Template", Manifests, $"{Manifests[Manifests.IndexOf("---\nkind", StringComparison.Ordinal)..]}\n{Manifests[..Manifests.IndexOf("---\nkind", StringComparison.Ordinal)]}" },
        { "Template", Manifests, "a: [" },
        { "List", Rows, "[]" },
        { "List", Rows, Rows.Replace("\"tier:web\"", "\"tier:other\"", StringComparison.Ordinal) },
        { "List", Rows, Rows.Replace("\"enabled\":true", "\"enabled\":\"true\"", StringComparison.Ordinal) },
        { "List", Rows, Rows.Replace(",\"version\":\"\"", "", StringComparison.Ordinal) },
        { "List", Rows, Rows.Replace("\"name\":\"a\"", "\"name\":\"b\"", StringComparison.Ordinal).Replace("\"name\":\"b\"", "\"name\":\"a\"", StringComparison.Ordinal) },
        { "List", "", Rows },
        { "Build", Built, Built.Replace("timeout: 30", "timeout: 31", StringComparison.Ordinal) },
        { "Build", Built, Built.Replace("wait: true, ", "", StringComparison.Ordinal) },
        { "Build", Built, Built.Replace("chart: c,", "chart: c, namespace: x,", StringComparison.Ordinal) },
        { "Build", Built, Built.Replace("{name: a}", "{name: b}", StringComparison.Ordinal) },
        { "Build", Built, Built.Replace("team: one", "team: two", StringComparison.Ordinal) },
        { "Build", Built, Built.Replace("templates: {}", "environments: {prod: {}}", StringComparison.Ordinal) },
        { "Build", Built, $"{Built}\n---\nreleases: []\n" },
        { "Dag", Groups, Groups.Replace("1     x/b", "2     x/b", StringComparison.Ordinal) },
        { "Dag", Groups, Groups.Replace("1     x/a\n1     x/b", "1     x/b\n1     x/a", StringComparison.Ordinal) },
        { "Dag", Groups, Groups.Replace("GROUP RELEASE DEPENDENCIES\n1     y", "1     y", StringComparison.Ordinal) },
        { "Dag", Groups, Groups.Replace("1     y/d\n", "", StringComparison.Ordinal) },
    };

    public static TheoryData<string, string, string> EqualTexts => new()
    {
        { "Template", Manifests, Manifests },
        { "Template", Manifests, "---\nmetadata: {name: web}\nspec:\n  ports:\n  - port: 80\nkind: Service\napiVersion: v1\n---\n# nothing\n---\nkind: ConfigMap\nmetadata: {name: web}\ndata: {size: 1, 'on': 'yes'}\n" },
        { "List", Rows, Rows },
        { "List", "", "[]" },
        { "Build", Built, Built.Replace("filepath: helmfile.yaml", "filepath: other.yaml", StringComparison.Ordinal).Replace("/there/c", "/here/c", StringComparison.Ordinal).Replace("{a: 1}", "{a: 2}", StringComparison.Ordinal) },
        { "Dag", Groups, "GROUP RELEASE DEPENDENCIES\n" + Groups + "GROUP RELEASE DEPENDENCIES\n" },
        { "Dag", Groups, Groups.Replace("  x/a,x/b", "", StringComparison.Ordinal).Replace("     ", "\t", StringComparison.Ordinal) },
    };

    [Theory]
    [MemberData(nameof(WrongTexts))]
    public void A_wrong_text_is_found(string kind, string recorded, string given) => Judged(kind, recorded, given).Verdict.ShouldBe(Verdict.Different);

    [Theory]
    [MemberData(nameof(EqualTexts))]
    public void What_does_not_count_is_no_difference(string kind, string recorded, string given) => Judged(kind, recorded, given).Details.ShouldBeEmpty();

    [Theory]
    [InlineData("Template")]
    [InlineData("List")]
    [InlineData("Build")]
    [InlineData("Values")]
    [InlineData("Diff")]
    [InlineData("Apply")]
    [InlineData("Sync")]
    [InlineData("Destroy")]
    [InlineData("Dag")]
    [InlineData("Error")]
    public void A_wrong_exit_code_is_found(string kind)
    {
        using var recording = new Recording(exit: 2);
        var compare = Enum.Parse<CompareKind>(kind);

        recording.Judge(compare, new() { Exit = 2 }).Verdict.ShouldBe(Verdict.Same);
        recording.Judge(compare, new() { Exit = 0 }).Details.ShouldHaveSingleItem().ShouldContain("exit code 0 instead of 2");
    }

    [Fact]
    public void A_wrong_diff_is_found()
    {
        using var recording = new Recording(structured: Diff);
        DiffedResource one = new("added", "v1", "ConfigMap", "x", "one"), role = new("changed", "rbac.authorization.k8s.io/v1", "Role", "", "a:b");
        DiffedResource found = new("ownership", "v1", "ConfigMap", "x", "found");

        Of([one, role, found]).ShouldBe(Verdict.Same);
        Of([found, role with { Namespace = "x" }, one]).ShouldBe(Verdict.Same);
        Of([one, role]).ShouldBe(Verdict.Different);
        Of([one, role, found, one with { Name = "two" }]).ShouldBe(Verdict.Different);
        Of([one with { Change = "changed" }, role, found]).ShouldBe(Verdict.Different);
        Of([one with { Kind = "Secret" }, role, found]).ShouldBe(Verdict.Different);
        Of([one with { ApiVersion = "v2" }, role, found]).ShouldBe(Verdict.Different);
        Of([one with { Namespace = "y" }, role, found]).ShouldBe(Verdict.Different);
        Of([one, role, found with { Change = "changed" }]).ShouldBe(Verdict.Different);
        Of([one, role, found], [one]).ShouldBe(Verdict.Different);
        Of([one, role, found], more: new("c", "x", IsShown: true, [one])).ShouldBe(Verdict.Different);
        Of([one, role, found], more: new("c", "x", IsShown: false, [one])).ShouldBe(Verdict.Same);
        recording.Judge(CompareKind.Diff, new() { Exit = 0, Diff = [new("b", "", IsShown: true, [])] }).Verdict.ShouldBe(Verdict.Different);

        Verdict Of(ImmutableArray<DiffedResource> ofA, ImmutableArray<DiffedResource>? ofB = null, DiffedRelease? more = null) => recording.Judge(
            CompareKind.Diff,
            new() { Exit = 0, Diff = [new("b", "", IsShown: true, ofB ?? []), new("a", "x", IsShown: true, ofA), .. more is null ? [] : new[] { more }] }).Verdict;
    }

    [Theory]
    [InlineData("\"revision\":2", "\"revision\":3")]
    [InlineData("\"status\":\"failed\"", "\"status\":\"deployed\"")]
    [InlineData("c-0.1.0", "c-0.2.0")]
    [InlineData("[1,2]", "[1]")]
    [InlineData("\"name\":\"z\"", "\"name\":\"y\"")]
    [InlineData("\"namespace\":\"x\"", "\"namespace\":\"y\"")]
    public void Wrong_releases_in_the_cluster_are_found(string part, string wrong)
    {
        using var recording = new Recording(releases: Releases);

        foreach (var kind in new[] { CompareKind.Apply, CompareKind.Sync, CompareKind.Destroy })
        {
            recording.Judge(kind, new() { Exit = 0 }, Releases).Verdict.ShouldBe(Verdict.Same);
            recording.Judge(kind, new() { Exit = 0 }, Releases.Replace(part, wrong, StringComparison.Ordinal)).Verdict.ShouldBe(Verdict.Different);
            recording.Judge(kind, new() { Exit = 0 }, "[]").Verdict.ShouldBe(Verdict.Different);
        }
    }

    [Fact]
    public void Wrong_values_files_are_found()
    {
        using var recording = new Recording().Add("values/state-$HASH/a.yaml", "b: 1\nc: [x]\n");

        Of(new() { ["state-0123abcd/a.yaml"] = "c:\n- x\nb: 1\n" }).ShouldBe(Verdict.Same);
        Of(new() { ["state-0123abcd/a.yaml"] = "c: [x]\nb: 2\n" }).ShouldBe(Verdict.Different);
        Of(new() { ["a.yaml"] = "b: 1\nc: [x]\n" }).ShouldBe(Verdict.Different);
        Of([]).ShouldBe(Verdict.Different);
        Of(new() { ["state-0123abcd/a.yaml"] = "c: [x]\nb: 1\n", ["more.yaml"] = "" }).ShouldBe(Verdict.Different);

        Verdict Of(Dictionary<string, string> written) => recording.Judge(CompareKind.Values, new() { Exit = 0 }, written: written).Verdict;
    }

    private static StepResult Judged(string kind, string recorded, string given)
    {
        using var recording = new Recording(output: recorded);
        return recording.Judge(Enum.Parse<CompareKind>(kind), new() { Exit = 0, Output = given });
    }
}

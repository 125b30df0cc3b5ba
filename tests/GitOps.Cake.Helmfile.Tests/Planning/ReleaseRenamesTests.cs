using System.Collections.Immutable;
using GitOps.Cake.Helmfile.Manifests;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Tests.Planning;

public class ReleaseRenamesTests
{
    private const string Objects =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: shop-web, labels: {app.kubernetes.io/instance: shop, tier: web}}
        spec: {ports: [{port: 80, protocol: TCP}], selector: {app.kubernetes.io/instance: shop}, type: ClusterIP}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop-web, labels: {app.kubernetes.io/instance: shop}}
        spec: {replicas: 2, template: {spec: {containers: [{name: web, image: "example/web:1", env: [{name: DB, value: shop-db}]}]}}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: shop-web}
        data: {colour: blue, size: large}
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: shop-web, labels: {app.kubernetes.io/instance: shop}}

        """;

    public static TheoryData<string, string, string, bool> Cases => new()
    {
        { "other name everywhere", "store", Objects.Replace("shop", "store", StringComparison.Ordinal), true },
        { "same object names", "store", Objects.Replace("instance: shop", "instance: store", StringComparison.Ordinal), true },
        { "one object differs", "store", Objects.Replace("shop", "store", StringComparison.Ordinal).Replace("blue", "red", StringComparison.Ordinal).Replace("large", "small", StringComparison.Ordinal), true },
        { "a letter for a name", "s", Objects.Replace("shop", "s", StringComparison.Ordinal), true },
        { "two objects differ", "store", Objects.Replace("shop", "store", StringComparison.Ordinal).Replace("blue", "red", StringComparison.Ordinal)
            .Replace("large", "small", StringComparison.Ordinal).Replace("kind: ServiceAccount", "kind: Role", StringComparison.Ordinal), false },
        { "one of the objects", "store", Objects.Split("---")[0].Replace("shop", "store", StringComparison.Ordinal), false },
        { "nothing", "store", "", false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_release_that_goes_and_one_that_comes_with_nearly_the_same_objects_name_each_other(string what, string name, string objects, bool isRename)
    {
        var releases = ReleaseRenames.Tell([Gone("shop", Objects), Come(name, objects)]);

        (releases[0].Planned.RenamedTo is not null).ShouldBe(isRename, what);
        (releases[1].Planned.RenamedFrom is not null).ShouldBe(isRename, what);
        (releases[0].Planned.Detail is not null).ShouldBe(isRename, what);
    }

    [Fact]
    public void Both_say_in_words_how_much_of_them_it_is_and_keep_what_they_said()
    {
        var come = Come("store", Objects.Replace("shop", "store", StringComparison.Ordinal));
        var releases = ReleaseRenames.Tell([come with { Planned = come.Planned with { Detail = "Revision 2 was uninstalled." } }, Gone("shop", Objects)]);

        releases[0].Planned.Detail.ShouldBe(
            "Revision 2 was uninstalled.\nRenamed from web/shop, which is uninstalled: it has 4 of these 4 objects, or nearly the same. "
            + "Helm carries nothing over: the old objects are deleted and new ones made.");
        releases[1].Planned.Detail.ShouldBe(
            "Renamed to web/store, which installs 4 of these 4 objects, or nearly the same. "
            + "Helm carries nothing over: the old objects are deleted and new ones made.");
        releases[0].Planned.RenamedFrom.ShouldBe(new("shop", "web"));
        releases[1].Planned.RenamedTo.ShouldBe(new("store", "web"));
    }

    [Fact]
    public void A_release_is_renamed_once_and_to_the_one_that_is_most_like_it()
    {
        var stall = Objects.Replace("shop", "stall", StringComparison.Ordinal).Replace("blue", "red", StringComparison.Ordinal).Replace("large", "small", StringComparison.Ordinal);
        var releases = ReleaseRenames.Tell([Gone("shop", Objects), Come("stall", stall), Come("store", Objects.Replace("shop", "store", StringComparison.Ordinal))]);

        releases[0].Planned.RenamedTo.ShouldBe(new("store", "web"));
        releases[1].Planned.RenamedFrom.ShouldBeNull();
        releases[2].Planned.RenamedFrom.ShouldBe(new("shop", "web"));
    }

    [Theory]
    [InlineData(ReleaseAction.Upgrade, null)]
    [InlineData(ReleaseAction.Unknown, null)]
    [InlineData(ReleaseAction.Install, "other")]
    public void What_is_upgraded_or_unknown_or_goes_to_another_cluster_is_no_rename(ReleaseAction action, string? context)
    {
        var come = Come("store", Objects.Replace("shop", "store", StringComparison.Ordinal));
        ImmutableArray<PreparedRelease> releases =
        [
            Gone("shop", Objects),
            come with { Planned = come.Planned with { Action = action }, Release = come.Release with { KubeContext = context } },
        ];

        ReleaseRenames.Tell(releases).ShouldBe(releases);
    }

    private static PreparedRelease Gone(string name, string objects) =>
        Of(name, ReleaseAction.Uninstall, ChangeReason.Unwanted) with { Leaving = ManifestParser.ReadRendered(objects, "web") };

    private static PreparedRelease Come(string name, string objects) =>
        Of(name, ReleaseAction.Install, ChangeReason.NotInstalled) with { Wanted = ManifestParser.ReadRendered(objects, "web") };

    private static PreparedRelease Of(string name, ReleaseAction action, ChangeReason reason) => new()
    {
        Release = new() { Id = new(name, "web"), Position = new("helmfile.yaml", 1), Chart = "c" },
        Namespace = "web",
        Planned = new() { Release = new(name, "web"), Action = action, Reason = reason },
    };
}

using GitOps.Cake.Helmfile.Planning.Live;
using GitOps.Cake.Templates.Values;
using GitOps.Cake.Templates.Yaml;

namespace GitOps.Cake.Helmfile.Tests.Planning.Live;

public class GovernedFieldsTests
{
    private const string Wanted = "spec: {replicas: 1, template: {spec: {containers: [{name: web, image: web:1, ports: [{containerPort: 80}]}]}}}\n";

    private const string Live = """
        metadata:
          uid: x
          managedFields:
          - manager: helm
            fieldsV1: {f:spec: {f:replicas: {}}}
          - manager: kubectl-patch
            fieldsV1: {f:spec: {f:paused: {}, f:template: {f:spec: {f:containers: {'k:{"name":"web"}': {f:env: {}}}}}}}
          - manager: kube-controller-manager
            subresource: status
            fieldsV1: {f:status: {f:replicas: {}}}
        spec:
          replicas: 3
          paused: true
          revisionHistoryLimit: 10
          template:
            spec:
              dnsPolicy: ClusterFirst
              containers:
              - {name: injected, image: proxy:1}
              - {name: web, image: web:1, imagePullPolicy: Always, env: [{name: A, value: b}], ports: [{containerPort: 80, protocol: TCP}]}
        status: {replicas: 3}
        """;

    [Fact]
    public void What_the_server_filled_in_is_none_of_the_releases_business() =>
        Text(GovernedFields.Of(Read(Live), Read(Wanted), null, null)).ShouldBe(
            Text(Read(Wanted.Replace("replicas: 1", "replicas: 3", StringComparison.Ordinal))));

    [Fact]
    public void What_was_added_by_hand_is_told_beside_it()
    {
        var live = Read(Live);
        var hands = HandEdits.Of(live);

        hands.Managers.ShouldBe(["kubectl-patch"]);
        Text(GovernedFields.Of(live, Read(Wanted), null, hands.Fields)).ShouldBe(Text(Read(
            "spec: {replicas: 3, paused: true, template: {spec: {containers: [{name: web, image: web:1, env: [{name: A, value: b}], ports: [{containerPort: 80}]}]}}}\n")));
    }

    [Fact]
    public void What_only_the_last_revision_named_is_still_governed() =>
        Text(GovernedFields.Of(Read("data: {a: 1, b: 2, c: 3}\n"), Read("data: {a: 1}\n"), Read("data: {a: 1, b: 2}\n"), null)).ShouldBe("data:\n  a: 1\n  b: 2\n");

    [Fact]
    public void A_null_or_an_empty_map_that_the_server_did_not_keep_says_nothing() =>
        Text(WantedFields.Of(Read("a: null\nb: {}\nc: []\nd: {e: null, f: 1}\n"), Read("d: {f: 1}\n"))).ShouldBe("d:\n  f: 1\n");

    private static GoMap Read(string yaml) => (GoMap)new ManifestReader().Read(yaml.AsMemory())!;

    private static string Text(GoMap map) => YamlWriter.Write(map);
}

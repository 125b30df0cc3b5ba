using GitOps.Cake.Cluster;
using GitOps.Cake.Tests.Tooling;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Cluster;

[Collection(nameof(ProcessEnvironment))]
public sealed class LoggingIn(TestCluster cluster) : IDisposable
{
    private const string Credentials =
        """{\"kind\":\"ExecCredential\",\"apiVersion\":\"client.authentication.k8s.io/v1\",\"status\":{\"token\":\"$1-$GIVEN\"}}""";

    private readonly KubeConfigs _configs = new(cluster);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_hands_out_credentials_once_and_gets_none_of_the_ci()
    {
        using var _ = ProcessEnvironment.With(("GITHUB_TOKEN", "canary-of-the-ci"));
        var script = _configs.Script($"""
            echo run >> {_configs.PathOf("runs")}
            echo "$KUBERNETES_EXEC_INFO" > {_configs.PathOf("info")}
            env > {_configs.PathOf("env")}
            echo "{Credentials}"
            """);
        using var server = new ApiStandIn(Answer, $$$"""
            {exec: {apiVersion: client.authentication.k8s.io/v1, command: {{{script}}}, args: ["a b"], env: [{name: GIVEN, value: c}], provideClusterInfo: true}}
            """);
        using var connections = server.Connect();

        await new KubernetesCluster(connections, new RecordedLog()).ReadCapabilitiesAsync(null, Stop);

        server.Requests.Count.ShouldBe(4);
        server.Requests.ShouldAllBe(request => request.Headers["Authorization"] == "Bearer a b-c");
        (await File.ReadAllLinesAsync(_configs.PathOf("runs"), Stop)).Length.ShouldBe(1);
        (await File.ReadAllTextAsync(_configs.PathOf("env"), Stop)).ShouldNotContain("GITHUB_TOKEN");
        var info = await File.ReadAllTextAsync(_configs.PathOf("info"), Stop);
        info.ShouldContain("\"interactive\":false");
        info.ShouldContain("\"cluster\":{\"server\":\"http://localhost:");
    }

    [Fact]
    public async Task A_program_that_hands_out_nothing_is_told_with_its_hint()
    {
        using var server = new ApiStandIn(Answer, $$$"""
            {exec: {apiVersion: client.authentication.k8s.io/v1, command: {{{_configs.Script("echo '{}'")}}}, installHint: Install it so.}}
            """);
        using var connections = server.Connect();

        var failure = await Should.ThrowAsync<ToolFailedException>(() => connections.GetAsync(null, Stop));

        failure.Message.ShouldStartWith("exec could not hand out credentials for the context it: it did not print an ExecCredential");
        failure.Message.ShouldEndWith("Install it so.");
    }

    [Fact]
    public async Task A_token_in_a_file_and_another_identity_are_sent()
    {
        _configs.Write("token", "from-the-file\n");
        using var server = new ApiStandIn(Answer, $$$"""
            {tokenFile: {{{_configs.PathOf("token")}}}, token: not-this, as: jane, as-uid: u1, as-groups: [a, b], as-user-extra: {reason: [x]}}
            """);
        using var connections = server.Connect();
        await new KubernetesCluster(connections, new RecordedLog()).ReadCapabilitiesAsync(null, Stop);

        foreach (var headers in server.Requests.Select(request => request.Headers))
        {
            headers["Authorization"].ShouldBe("Bearer from-the-file");
            headers["Impersonate-User"].ShouldBe("jane");
            headers["Impersonate-Uid"].ShouldBe("u1");
            headers.GetValues("Impersonate-Group").ShouldNotBeNull().SelectMany(value => value.Split(", ")).ShouldBe(["a", "b"]);
            headers["Impersonate-Extra-reason"].ShouldBe("x");
        }
    }

    [Fact]
    public async Task A_name_and_a_password_are_sent()
    {
        using var server = new ApiStandIn(Answer, "{username: me, password: pw}");
        using var connections = server.Connect();
        await new KubernetesCluster(connections, new RecordedLog()).ReadCapabilitiesAsync(null, Stop);

        server.Requests.ShouldAllBe(request => request.Headers["Authorization"] == "Basic bWU6cHc=");
    }

    [Theory]
    [InlineData("{auth-provider: {name: gcp}}", "auth-provider gcp")]
    [InlineData("{auth-provider: {name: oidc, config: {client-id: x}}}", "auth-provider oidc without idp-issuer-url")]
    [InlineData("{exec: {apiVersion: x}}", "an exec without a command")]
    [InlineData("{exec: {command: x, interactiveMode: Always}}", "always asks a person")]
    [InlineData("{exec: {command: no-such-program}}", "The program no-such-program was not found.")]
    [InlineData("{client-certificate-data: '%%%'}", "is not base64")]
    [InlineData("{client-certificate: /no/such/file}", "needs the file /no/such/file")]
    [InlineData("{client-certificate-data: eA==, client-key-data: eA==}", "in a form that cannot be used")]
    [InlineData("{", "cannot be read")]
    public async Task A_user_that_cannot_be_used_is_told(string user, string words)
    {
        using var server = new ApiStandIn(Answer, user);
        using var connections = server.Connect();

        (await Should.ThrowAsync<GitOpsException>(() => connections.GetAsync(null, Stop))).Message.ShouldContain(words);
    }

    public void Dispose() => _configs.Dispose();

    private static string? Answer(string path) => path switch
    {
        "/version" => """{"gitVersion":"v1.33.1"}""",
        "/api/v1/namespaces/kube-system" => """{"metadata":{"uid":"u-1"}}""",
        "/api" or "/apis" => """{"kind":"APIGroupDiscoveryList","items":[]}""",
        _ => null,
    };
}

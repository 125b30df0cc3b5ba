using GitOps.Cake.GitHub;
using GitOps.Cake.GitHub.Authentication;
using GitOps.Cake.GitHub.Statuses;
using GitOps.Cake.Testing.GitHub;

namespace GitOps.Cake.Tests.GitHub;

public sealed class Authenticating : IDisposable
{
    private readonly GitHubBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_App_reports_under_its_name(bool pkcs8, bool byId)
    {
        var app = UseApp();
        _bench.Variables["GITOPS_GITHUB_APP_PRIVATE_KEY"] = pkcs8 ? app.PrivateKeyPkcs8 : app.PrivateKey;
        _bench.Variables["GITOPS_GITHUB_APP"] = byId ? $"{app.Id}" : app.ClientId;

        await Set(_bench.Run());

        _bench.Repo.Statuses(_bench.Head).ShouldHaveSingleItem().Login.ShouldBe("deployer[bot]");
        _bench.Log.Lines.ShouldContain(line => line.Contains("as the GitHub App") && line.Contains("GITOPS_GITHUB_APP_PRIVATE_KEY"));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("escaped")]
    [InlineData("base64")]
    public async Task A_key_is_read_in_the_forms_that_people_store_it_in(string form)
    {
        var app = UseApp();
        var file = Path.Combine(_bench.Folder.FullName, "key.pem");
        await File.WriteAllTextAsync(file, app.PrivateKey, Stop);
        _bench.Variables["GITOPS_GITHUB_APP_PRIVATE_KEY"] = form switch
        {
            "file" => file,
            "escaped" => app.PrivateKey.Replace("\n", "\\n", StringComparison.Ordinal),
            _ => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(app.PrivateKey)),
        };

        await Set(_bench.Run());

        _bench.Repo.Statuses(_bench.Head).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("{0}\n")]
    [InlineData(" {0}\r\n")]
    public async Task A_token_that_was_pasted_with_a_newline_is_one_all_the_same(string form)
    {
        _bench.Variables["GITHUB_TOKEN"] = form.Replace("{0}", _bench.GitHub.AddUser("somebody"), StringComparison.Ordinal);

        await Set(_bench.Run());

        _bench.Repo.Statuses(_bench.Head).ShouldHaveSingleItem().Login.ShouldBe("somebody");
    }

    [Fact]
    public async Task The_name_of_a_secret_that_Azure_Pipelines_did_not_have_is_no_token()
    {
        _bench.Variables["GITHUB_TOKEN"] = "$(gitHubToken)";

        await Set(_bench.Run());

        _bench.GitHub.Exchanges.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_white_space_within_is_no_token_and_is_not_shown()
    {
        _bench.Variables["GITHUB_TOKEN"] = "canary-one\ncanary-two";

        var failure = await Should.ThrowAsync<InvalidSettingsException>(() => Set(_bench.Run()));

        failure.Message.ShouldContain("The token of GITHUB_TOKEN has white space within");
        failure.ToString().ShouldNotContain("canary");
    }

    [Fact]
    public async Task The_token_is_narrowed_to_the_repository_and_to_what_is_needed_and_granted()
    {
        UseApp("statuses=write", "contents=write", "administration=write");

        await Set(_bench.Run());

        var request = _bench.GitHub.Exchanges.Single(exchange => exchange.Path.EndsWith("access_tokens", StringComparison.Ordinal));
        request.Body.ShouldBe("""{"repositories":["name"],"permissions":{"contents":"read","statuses":"write"}}""");
    }

    [Fact]
    public async Task One_token_serves_until_it_is_about_to_end()
    {
        UseApp();
        var run = _bench.Run();
        await Set(run);
        await Set(run, "two");
        Tokens.ShouldBe(1);

        _bench.Clock.Advance(TimeSpan.FromMinutes(56));
        await Set(run, "three");

        Tokens.ShouldBe(2);
        _bench.GitHub.Exchanges.ShouldNotContain(exchange => exchange.Status == 401);
    }

    [Fact]
    public async Task A_token_that_ends_between_two_pages_is_renewed_and_nothing_is_read_twice()
    {
        UseApp("statuses=write", "pull_requests=write", "contents=read");
        var pull = _bench.Repo.OpenPullRequest("topic");
        for (var number = 0; number < 150; number++)
            _bench.Repo.AddComment(pull, "stranger", $"{number}");

        var pages = 0;
        _bench.GitHub.Faults = (_, path) =>
        {
            if (path.EndsWith("/comments", StringComparison.Ordinal) && ++pages == 2)
                _bench.GitHub.RevokeTokensOfApps();

            return FakeFault.None;
        };

        var run = _bench.Run();
        var all = await _bench.Wait(run.Api(new("owner", "name"))!.CallAsync(
            new("read", "nothing"), client => client.ReadAllAsync<Cake.GitHub.Comments.CommentAnswer>($"repos/{GitHubBench.Repository}/issues/{pull}/comments"), Stop));

        all.Select(comment => comment.Body).ShouldBe(Enumerable.Range(0, 150).Select(number => $"{number}"));
        Tokens.ShouldBe(2);
    }

    [Fact]
    public async Task A_token_that_GitHub_does_not_take_any_more_is_renewed_once()
    {
        UseApp();
        var run = _bench.Run();
        await Set(run);
        _bench.GitHub.RevokeTokensOfApps();

        await Set(run, "two");

        Tokens.ShouldBe(2);
        _bench.Repo.Statuses(_bench.Head).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(-50)]
    [InlineData(3600)]
    [InlineData(-3600)]
    public async Task A_clock_that_is_wrong_does_no_harm(int seconds)
    {
        UseApp();
        _bench.OwnClock = new SkewedTime(_bench.Clock, TimeSpan.FromSeconds(seconds));

        await Set(_bench.Run());

        _bench.Repo.Statuses(_bench.Head).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_App_that_is_not_installed_is_told()
    {
        UseApp();
        _bench.Variables["GITHUB_REPOSITORY"] = "owner/other";
        _bench.GitHub.AddRepository("owner/other");

        var failure = await Should.ThrowAsync<RemoteCallException>(() => Set(_bench.Run()));

        failure.Message.ShouldContain("say where the App is installed for owner/other");
    }

    [Theory]
    [InlineData("GITOPS_GITHUB_APP", "1", "its private key is not")]
    [InlineData("GITOPS_GITHUB_APP_PRIVATE_KEY", "-----BEGIN X-----", "nothing says of which")]
    public void An_App_that_is_named_by_half_is_an_error(string name, string value, string message)
    {
        _bench.Variables[name] = value;
        Should.Throw<InvalidSettingsException>(() => _bench.Run().Api(new("owner", "name"))).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("no key at all")]
    [InlineData("-----BEGIN RSA PRIVATE\u0020KEY-----\nAAAA\n-----END RSA PRIVATE\u0020KEY-----")]
    public void A_key_that_cannot_be_read_is_an_error_that_does_not_repeat_it(string key)
    {
        var message = Should.Throw<InvalidSettingsException>(() => AppKey.Read(new(key), "GITOPS_GITHUB_APP_PRIVATE_KEY")).ToString();
        message.ShouldContain("GITOPS_GITHUB_APP_PRIVATE_KEY");
        message.ShouldNotContain(key);
    }

    [Theory]
    [InlineData(null, null, "https://api.github.com/")]
    [InlineData("https://api.github.com", null, "https://api.github.com/")]
    [InlineData("https://github.com", null, "https://api.github.com/")]
    [InlineData("https://ghe.example.com/api/v3", null, "https://ghe.example.com/api/v3/")]
    [InlineData("https://ghe.example.com", null, "https://ghe.example.com/api/v3/")]
    [InlineData("https://ghe.example.com:8443/", null, "https://ghe.example.com:8443/api/v3/")]
    [InlineData("https://api.octocorp.ghe.com", null, "https://api.octocorp.ghe.com/")]
    [InlineData("https://octocorp.ghe.com", null, "https://api.octocorp.ghe.com/")]
    [InlineData(null, "https://ghe.example.com", "https://ghe.example.com/api/v3/")]
    [InlineData(null, "https://github.com", "https://api.github.com/")]
    public void The_address_is_right_for_every_kind_of_GitHub(string? api, string? server, string expected)
    {
        var variables = new Dictionary<string, string?> { ["GITHUB_API_URL"] = api, ["GITHUB_SERVER_URL"] = server, ["GITHUB_TOKEN"] = "x" };
        GitHubAccess.Find(new(), variables.GetValueOrDefault)!.Api.ToString().ShouldBe(expected);
    }

    [Fact]
    public async Task No_token_and_no_key_is_shown_anywhere()
    {
        var app = UseApp();
        await Set(_bench.Run());
        _bench.GitHub.Faults = (_, _) => FakeFault.BadGateway;
        var failure = await Should.ThrowAsync<RemoteCallException>(() => Set(_bench.Run(), "two"));

        var shown = string.Join('\n', [.. _bench.Log.Lines, .. _bench.Log.Warnings, failure.ToString()]);
        shown.ShouldNotContain("ghs_");
        shown.ShouldNotContain("eyJ");
        foreach (var line in app.PrivateKey.Split('\n').Where(line => line.Length > 20 && !line.StartsWith("-----", StringComparison.Ordinal)))
            shown.ShouldNotContain(line);
    }

    public void Dispose() => _bench.Dispose();

    private int Tokens => _bench.GitHub.Exchanges.Count(exchange => exchange.Path.EndsWith("access_tokens", StringComparison.Ordinal));

    private FakeApp UseApp(params string[] permissions)
    {
        var app = _bench.GitHub.AddApp("deployer", GitHubBench.Repository, permissions.Length > 0 ? permissions : ["statuses=write", "checks=write"]);
        _bench.Variables["GITOPS_GITHUB_APP_PRIVATE_KEY"] = app.PrivateKey;
        _bench.Variables["GITOPS_GITHUB_APP"] = app.ClientId;
        return app;
    }

    private Task Set(GitHubRun run, string context = "one") => _bench.Wait(
        new CommitStatusReporter(run).SetAsync(new() { State = CommitState.Success, Context = context, Sha = _bench.Head }, Stop));
}

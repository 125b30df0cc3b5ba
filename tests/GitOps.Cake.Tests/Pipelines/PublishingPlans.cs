using GitOps.Cake.Plans;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>The plan file of a run without credentials, shown by one that has them; the file is taken for hostile.</summary>
public sealed class PublishingPlans : IDisposable
{
    private readonly PipelineBench _bench = new();
    private readonly int _pull;

    public PublishingPlans() => _pull = _bench.Repo.OpenPullRequest("topic", fork: "stranger/name");

    private string Head => _bench.Repo.Head("topic");

    [Fact]
    public void It_is_shown_on_the_pull_request_that_GitHub_names_at_the_commit_that_GitHub_names()
    {
        // What the file says of commits counts for nothing.
        Write(PlanJson.Write(Plan() with { Origin = new() { Commit = new('f', 40) } }));

        Publish().ShouldBe(0, _bench.Log);

        var comment = _bench.Repo.Comments(_pull).ShouldHaveSingleItem();
        comment.Body.ShouldContain($"**Plan** for <code>{Head[..8]}</code>");
        comment.Body.ShouldContain("apps/web");
        _bench.Tools.Commands.ShouldBeEmpty();
    }

    [Fact]
    public void A_digest_that_is_not_the_one_of_the_content_is_refused()
    {
        Write(PlanJson.Write(Plan()).Replace("\"web\"", "\"other\"", StringComparison.Ordinal));

        Publish().ShouldNotBe(0);

        _bench.Log.ShouldContain("digest");
        _bench.Repo.Comments(_pull).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"schemaVersion":99}""")]
    public void What_is_no_plan_is_refused(string text)
    {
        Write(text);

        Publish().ShouldNotBe(0);

        _bench.Repo.Comments(_pull).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_unread()
    {
        using (var file = File.Create(PlanFile))
            file.SetLength(PlanJson.MaximumSize + 1L);

        Publish().ShouldNotBe(0);

        _bench.Log.ShouldContain("is larger than a plan may be");
    }

    [Fact]
    public void A_link_to_another_file_is_refused()
    {
        var other = Path.Combine(_bench.Folder, "other.json");
        File.WriteAllText(other, PlanJson.Write(Plan()));
        File.CreateSymbolicLink(PlanFile, other);

        Publish().ShouldNotBe(0);

        _bench.Log.ShouldContain("is no file");
    }

    [Fact]
    public void A_folder_of_plans_is_shown_scope_by_scope()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_bench.Folder, "plans")).FullName;
        foreach (var scope in (string[])["web", "db"])
            File.WriteAllText(Path.Combine(folder, $"plan.{scope}.json"), PlanJson.Write(Plan() with { Scope = scope, Environment = "staging" }));

        _bench.Run<ThreeScopes>("PublishPlan", _bench.Place("workflow_run", _bench.Repo.Head("main")), $"--plan={folder}", $"--pull-request={_pull}").ShouldBe(0, _bench.Log);

        var body = _bench.Repo.Comments(_pull).ShouldHaveSingleItem().Body;
        body.ShouldContain("### Plan of <code>web</code>");
        body.ShouldContain("### Plan of <code>db</code>");
    }

    [Fact]
    public void Names_of_scopes_that_nobody_knows_have_one_comment_together_and_not_one_each()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_bench.Folder, "plans")).FullName;
        for (var number = 0; number < 40; number++)
            File.WriteAllText(Path.Combine(folder, $"{number:00}.json"), PlanJson.Write(Plan() with { Scope = $"scope-{number} </details> @everyone", Environment = $"e{number}" }));

        Publish(folder).ShouldBe(0, _bench.Log);
        _bench.Repo.Push("topic");
        Publish(folder).ShouldBe(0, _bench.Log);

        var comment = _bench.Repo.Comments(_pull).ShouldHaveSingleItem();
        comment.Edits.ShouldBe(1);
        comment.Body.ShouldContain("scope-39");
        comment.Body.ShouldNotContain("@everyone");
    }

    [Fact]
    public void Two_plans_of_one_scope_are_refused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_bench.Folder, "plans")).FullName;
        foreach (var name in (string[])["a", "b"])
            File.WriteAllText(Path.Combine(folder, $"{name}.json"), PlanJson.Write(Plan()));

        Publish(folder).ShouldNotBe(0);

        _bench.Log.ShouldContain("2 plans of");
        _bench.Repo.Comments(_pull).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void Names_that_no_comment_has_room_for_are_refused(bool scope, bool environment, bool commit)
    {
        static string Name(bool isLong) => new('x', isLong ? 100_000 : 10);
        Write(PlanJson.Write(Plan() with { Scope = Name(scope), Environment = Name(environment), Origin = new() { Commit = Name(commit) } }));

        Publish().ShouldNotBe(0);

        _bench.Log.ShouldContain("with more than 500 characters");
        _bench.Repo.Comments(_pull).ShouldBeEmpty();
    }

    [Fact]
    public void Releases_with_names_and_texts_of_any_length_fit()
    {
        var text = new string('<', 100_000);
        Write(PlanJson.Write(Plan() with
        {
            Warnings = [text],
            Releases = [.. Enumerable.Range(0, 5).Select(number => Plan().Releases[0] with { Release = new($"{number}{text}", text), Chart = text, ChartVersion = text, Detail = text, Error = text })],
        }));

        Publish().ShouldBe(0, _bench.Log);

        _bench.Repo.Comments(_pull).ShouldHaveSingleItem().Body.Length.ShouldBeLessThanOrEqualTo(65_000);
    }

    [Fact]
    public void Many_large_files_are_refused_unread()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_bench.Folder, "plans")).FullName;
        for (var number = 0; number < 5; number++)
        {
            using var file = File.Create(Path.Combine(folder, $"{number}.json"));
            file.SetLength(PlanJson.MaximumSize);
        }

        Publish(folder).ShouldNotBe(0);

        _bench.Log.ShouldContain("are larger together than plans may be");
    }

    [Fact]
    public void A_folder_without_plans_is_an_error()
    {
        Directory.CreateDirectory(PlanFile);

        Publish().ShouldNotBe(0);

        _bench.Log.ShouldContain("holds no plan (*.json)");
    }

    public void Dispose() => _bench.Dispose();

    private string PlanFile => Path.Combine(_bench.Folder, "plan.json");

    private static Plan Plan() => new()
    {
        Scope = PipelineBench.Scope,
        Environment = "default",
        Releases = [new() { Release = new("web", "apps"), Action = ReleaseAction.Install, Reason = ChangeReason.NotInstalled }],
    };

    private void Write(string text) => File.WriteAllText(PlanFile, text);

    // The event of a second workflow: its own commit is one of the default branch.
    private int Publish(string? plan = null)
    {
        var place = _bench.Place("workflow_run", _bench.Repo.Head("main"));
        return _bench.Run("PublishPlan", place, $"--plan={plan ?? PlanFile}", $"--pull-request={_pull}");
    }
}

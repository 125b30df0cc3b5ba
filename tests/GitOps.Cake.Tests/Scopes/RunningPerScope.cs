namespace GitOps.Cake.Tests.Scopes;

public sealed class RunningPerScope : IDisposable
{
    private readonly ScopedBuild _build = new();

    [Fact]
    public void A_task_runs_once_for_each_scope_and_sums_up()
    {
        _build.Run("HelmfileList").ShouldBe(0, _build.Log);

        _build.Log.ShouldContain("web:");
        _build.Log.ShouldContain("db:");
        _build.Log.ShouldContain("web  done");
        _build.Log.ShouldContain("db   done");
    }

    [Fact]
    public void Named_scopes_alone_are_worked_on()
    {
        _build.Run("HelmfileList", "--scope=db").ShouldBe(0, _build.Log);

        _build.Log.ShouldNotContain("web:");
    }

    [Fact]
    public void A_name_that_no_scope_has_lists_those_there_are()
    {
        _build.Run("HelmfileList", "--scope=wep").ShouldNotBe(0);

        _build.Log.ShouldContain("The build has no scope wep (--scope). Did you mean web? It has: web, db.");
    }

    [Fact]
    public void Only_what_a_change_affects_is_worked_on()
    {
        _build.Write("web/values.yaml", "a: 2\n").Commit();

        _build.Run("HelmfileList", "--affected", "--base=base").ShouldBe(0, _build.Log);

        _build.Log.ShouldContain("web: web/values.yaml changed.");
        _build.Log.ShouldContain("db   not affected");
    }

    [Fact]
    public void Nothing_affected_is_a_success_that_says_so()
    {
        _build.Write("README.md", "read me\n").Commit();

        _build.Run("HelmfileList", "--affected", "--base=base").ShouldBe(0, _build.Log);

        _build.Log.ShouldContain("Nothing is affected: no input of the 2 scopes changed since base.");
    }

    [Fact]
    public void A_scope_that_fails_does_not_keep_the_others_from_being_looked_at()
    {
        _build.Write("web/helmfile.yaml", "releases: nonsense\n");

        _build.Run("HelmfileList").ShouldNotBe(0);

        _build.Log.ShouldContain("web  failed: ");
        _build.Log.ShouldContain("db   done");
    }

    [Fact]
    public void A_task_with_a_scope_of_its_own_runs_once()
    {
        _build.Run("OwnList").ShouldBe(0, _build.Log);

        _build.Log.ShouldNotContain("web");
        _build.Log.ShouldNotContain("done");
    }

    [Fact]
    public void A_result_is_that_of_a_scope()
    {
        _build.Run("ReadLists").ShouldNotBe(0);

        _build.Log.ShouldContain("of db: db");
        _build.Log.ShouldContain("all: 2");
        _build.Log.ShouldContain("published a ReleaseList for each of several scopes: web, db");
    }

    [Fact]
    public void An_option_about_one_scope_is_refused_for_several()
    {
        _build.Run("HelmfileList", "--output=json").ShouldNotBe(0);

        _build.Log.ShouldContain("The option --output is about one scope, and this run has 2.");
    }

    public void Dispose() => _build.Dispose();
}

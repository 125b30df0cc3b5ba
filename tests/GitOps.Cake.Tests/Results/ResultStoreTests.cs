using GitOps.Cake.Results;

namespace GitOps.Cake.Tests.Results;

public class ResultStoreTests
{
    private readonly ResultStore _store = new();

    [Fact]
    public void One_result_is_found_without_naming_its_task()
    {
        _store.Publish(typeof(Staging), "plan");

        _store.Get<string>(from: null).ShouldBe("plan");
    }

    [Fact]
    public void Of_several_the_task_says_which()
    {
        _store.Publish(typeof(Staging), "staging");
        _store.Publish(typeof(Production), "production");

        _store.Get<string>(typeof(Production)).ShouldBe("production");
        var error = Should.Throw<GitOpsException>(() => _store.Get<string>(from: null)).Message;
        error.ShouldContain("Production, Staging");
        error.ShouldContain("from: typeof(");
    }

    [Fact]
    public void A_missing_one_names_the_task_to_depend_on() =>
        Should.Throw<GitOpsException>(() => _store.Get<string>(typeof(Staging))).Message.ShouldContain("[IsDependentOn(typeof(Staging))]");

    [Fact]
    public void A_task_publishes_once()
    {
        _store.Publish(typeof(Staging), "one");

        Should.Throw<InvalidOperationException>(() => _store.Publish(typeof(Staging), "two"));
    }

    private sealed class Staging;

    private sealed class Production;
}

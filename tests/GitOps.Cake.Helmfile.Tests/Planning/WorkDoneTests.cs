using GitOps.Cake.Helmfile.Tests.Doubles;
using GitOps.Cake.Plans;

namespace GitOps.Cake.Helmfile.Tests.Planning;

/// <summary>How much a command asks of helm and of the cluster: each thing once, as much at once as is allowed, and nothing for what is not selected.</summary>
public class WorkDoneTests
{
    private const int Releases = 12;
    private const int AtOnce = 3;

    private static readonly string State = "releases:\n" + string.Concat(Enumerable.Range(0, Releases).Select(
        index => $"- {{name: r{index:00}, namespace: n{index % 2}, chart: ./c, labels: {{part: p{index % 4}}}}}\n"));

    [Fact]
    public async Task A_diff_renders_each_release_once_and_lists_the_records_of_each_namespace_once()
    {
        using var folder = new EngineFolder(State);

        await folder.DiffAsync();

        folder.Cluster.Asked("template").Order().ShouldBe(Enumerable.Range(0, Releases).Select(index => $"r{index:00}"));
        folder.Cluster.Asked("records").Order().ShouldBe(["n0", "n1"]);
        folder.Cluster.Asked("capabilities").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_apply_renders_nothing_twice_changed_or_not()
    {
        using var folder = new EngineFolder(State);
        folder.Cluster.Deploy("r00", text: "same");

        await folder.ApplyAsync();

        folder.Cluster.Asked("template").Order().ShouldBe(Enumerable.Range(0, Releases).Select(index => $"r{index:00}"));
        folder.Cluster.Asked("records").Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("apply")]
    [InlineData("template")]
    public async Task No_more_helms_run_at_once_than_is_allowed_and_no_fewer(string command)
    {
        using var folder = new EngineFolder(State);
        folder.Scope = folder.Scope with { Concurrency = AtOnce };
        var crowd = new Crowd(AtOnce);
        folder.Cluster.Rendering = crowd.EnterAsync;

        await folder.RunAsync(command);

        crowd.Most.ShouldBe(AtOnce);
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("template")]
    public async Task Pulls_count_among_the_helms_that_run_at_once(string command)
    {
        using var folder = new EngineFolder("releases:\n" + string.Concat(Enumerable.Range(0, Releases).Select(
            index => $"- {{name: r{index:00}, namespace: n, chart: oci://registry.example.com/c{index}, version: 1.0.0}}\n")));
        folder.Scope = folder.Scope with { Concurrency = AtOnce };
        folder.PulledVersion = "1.0.0";
        var crowd = new Crowd(AtOnce);
        folder.Cluster.Rendering = folder.Pulling = crowd.EnterAsync;

        await folder.RunAsync(command);

        crowd.Most.ShouldBe(AtOnce);
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("apply")]
    [InlineData("template")]
    public async Task What_is_not_selected_is_neither_read_nor_rendered_nor_asked_for(string command)
    {
        using var folder = new EngineFolder(State + "- {name: other, namespace: elsewhere, chart: ./c, labels: {part: none}, values: [other.yaml.gotmpl]}\n");
        folder.Write("other.yaml.gotmpl", "{{ fail \"it was read\" }}");
        folder.Scope = folder.Scope with { Selectors = ["part=p1"] };

        await folder.RunAsync(command);

        folder.Cluster.Asked("template").Order().ShouldBe(["r01", "r05", "r09"]);
        folder.Cluster.Asked("records").ShouldBeSubsetOf(["n1"]);
    }

    [Fact]
    public async Task The_time_that_each_release_took_stands_beside_the_plan()
    {
        using var folder = new EngineFolder(State);

        var plan = await folder.DiffAsync();

        plan.Releases.ShouldAllBe(release => release.Duration > TimeSpan.Zero);
        plan.Origin.Duration.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(plan.Releases.Max(release => release.Duration).GetValueOrDefault());
        PlanJson.Write(plan).ShouldContain("\"duration\"");
    }

    [Fact]
    public async Task A_cluster_that_the_scope_names_is_connected_to_ahead_and_what_fails_then_is_no_failure()
    {
        using var folder = new EngineFolder(State);
        folder.Cluster.Connecting = _ => throw new GitOpsException("there is no cluster yet");

        var plan = await folder.DiffAsync();

        folder.Cluster.Asked("connection").ShouldBe(["test"]);
        plan.Releases.Length.ShouldBe(Releases);
    }

    [Fact]
    public async Task A_cluster_that_only_the_files_name_is_the_only_one_that_is_connected_to()
    {
        using var folder = new EngineFolder("helmDefaults: {kubeContext: prod}\n" + State);
        folder.Scope = folder.Scope with { KubeContext = null };

        await folder.DiffAsync();

        folder.Cluster.Asked("connection").ShouldBeEmpty();
        folder.Cluster.Asked("capabilities").ShouldBe(["prod"]);
    }

    /// <summary>Counts who is in at once. Each stays until so many were in that no more may come, or nobody comes any more.</summary>
    private sealed class Crowd(int enough)
    {
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _in;
        private int _most;

        public int Most => _most;

        public async Task EnterAsync(string name)
        {
            var now = Interlocked.Increment(ref _in);
            InterlockedMax(now);
            if (now >= enough)
                _full.TrySetResult();

            await _full.Task.WaitAsync(TestContext.Current.CancellationToken);
            await Task.Yield();
            Interlocked.Decrement(ref _in);
        }

        private void InterlockedMax(int now)
        {
            for (var known = _most; known < now; known = _most)
                Interlocked.CompareExchange(ref _most, now, known);
        }
    }
}

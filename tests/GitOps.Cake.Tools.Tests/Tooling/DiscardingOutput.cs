using GitOps.Cake.Tooling;

namespace GitOps.Cake.Tests.Tooling;

/// <summary>What is allocated is counted for the whole process, so no other test may run meanwhile.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class DiscardingOutput
{
    [Fact]
    public async Task A_hundred_megabytes_that_nobody_wants_take_no_memory()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await new ToolRunner().RunAsync(
            Dummy.Command("bytes", "100000000") with { Output = ToolOutputHandling.Discard }, onLine: null, TestContext.Current.CancellationToken);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        allocated.ShouldBeLessThan(20_000_000);
    }
}

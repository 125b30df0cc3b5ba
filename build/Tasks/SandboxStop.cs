using Cake.Frosting;
using GitOps.Cake.Testing;

namespace Build.Tasks;

[TaskName("Sandbox-Stop")]
[TaskDescription("Ends this checkout's control plane. Its data stay for the next start.")]
public sealed class SandboxStop : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var stopped = await LocalControlPlane.StopDetachedAsync(context.SandboxFolder, context.Session.Interrupted);
        context.Session.Log.Information(stopped ? "The sandbox has ended." : "No sandbox was running.");
    }
}

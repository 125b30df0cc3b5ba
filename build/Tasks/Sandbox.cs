using Cake.Frosting;
using GitOps.Cake.Testing;

namespace Build.Tasks;

[TaskName("Sandbox")]
[TaskDescription("Starts this checkout's own control plane, or finds it running.")]
[IsDependentOn(typeof(RestoreTools))]
public sealed class Sandbox : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.UsesSandbox)
            return;

        context.Session.Log.Information($"The cluster is this checkout's sandbox, {context.SandboxFolder}; its first start takes some seconds.");
        context.Sandbox = await LocalControlPlane.AttachOrStartDetachedAsync(
            context.SandboxFolder,
            new() { Binaries = context.ToolFolder, Context = "sandbox", ControllerManager = true },
            context.Session.Interrupted);

        // For a shell to read: alone on its line, without colour.
        Console.WriteLine($"export KUBECONFIG={context.Sandbox.KubeConfigPath}");
    }
}

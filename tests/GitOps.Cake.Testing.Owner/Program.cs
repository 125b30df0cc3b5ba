using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GitOps.Cake.Testing;

// Owns a control plane, or starts a detached one, in a process that tests can end in every way. It prints what they need to know.
// Arguments: hold [controllers] | hold-with BINARIES | polite | detach FOLDER.
var options = new LocalControlPlaneOptions { StartTimeout = TimeSpan.FromMinutes(3) };
switch (args[0])
{
    case "hold-with":
        await using (await LocalControlPlane.StartAsync(options with { Binaries = args[1] }))
            await Task.Delay(Timeout.Infinite);
        return 0;

    case "hold":
        // A child that outlives this program: it must not hold the pipe by which the control plane notices the end.
        await using (var held = await LocalControlPlane.StartAsync(options with { ControllerManager = args.Contains("controllers") }))
        {
            using var bystander = Process.Start("sleep", "300");
            Console.WriteLine(held.Folder);
            Console.WriteLine(bystander.Id.ToString(CultureInfo.InvariantCulture));
            await Task.Delay(Timeout.Infinite);
        }

        return 0;

    case "polite":
        var interrupted = new TaskCompletionSource();
        using (PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            interrupted.SetResult();
        }))
        {
            await using var cluster = await LocalControlPlane.StartAsync(options);
            Console.WriteLine(cluster.Folder);
            await interrupted.Task;
            Console.WriteLine(await cluster.IsReadyAsync() ? "ready" : "gone");
        }

        return 130;

    case "detach":
        await using (var detached = await LocalControlPlane.AttachOrStartDetachedAsync(args[1], options))
            Console.WriteLine(detached.Server);
        return 0;

    default:
        Console.Error.WriteLine($"Unknown mode {args[0]}.");
        return 2;
}

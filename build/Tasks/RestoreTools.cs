using Build.Tools;
using Cake.Frosting;

namespace Build.Tasks;

[TaskName("RestoreTools")]
[TaskDescription("Gets helm 3 and 4, kubectl and a local control plane, once per user; writes NAME VERSION PATH per tool.")]
public sealed class RestoreTools : AsyncFrostingTask<BuildContext>
{
    public override async Task RunAsync(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var tools = await ToolRestorer.For(context.Root).RestoreAsync(context.Session.Log.Information, context.Session.Interrupted);

        // For programs to read: alone on their lines, without colour.
        foreach (var tool in tools)
            Console.WriteLine(tool);
    }
}

using Cake.Common.Tools.DotNet;
using Cake.Common.Tools.DotNet.Build;
using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Compile")]
[TaskDescription("Compiles the solution with all analyzers.")]
public sealed class Compile : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.DotNetBuild(context.Solution, new DotNetBuildSettings { Configuration = context.BuildConfiguration, NoLogo = true });
    }
}

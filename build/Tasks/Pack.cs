using Cake.Common.Tools.DotNet;
using Cake.Common.Tools.DotNet.Pack;
using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Pack")]
[TaskDescription("Packs what is shipped into .artifacts/packages.")]
[IsDependentOn(typeof(Compile))]
public sealed class Pack : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.DotNetPack(context.Solution, new DotNetPackSettings
        {
            Configuration = context.BuildConfiguration,
            OutputDirectory = context.Packages,
            NoBuild = true,
            NoLogo = true,
        });
    }
}

using Cake.Common.Tools.DotNet;
using Cake.Common.Tools.DotNet.Test;
using Cake.Core;
using Cake.Frosting;

namespace Build.Tasks;

[TaskName("Test")]
[TaskDescription("Runs every test with real tools; a tool that is missing fails, and does not skip.")]
[IsDependentOn(typeof(RestoreTools))]
[IsDependentOn(typeof(Compile))]
public sealed class Test : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var results = Path.Combine(context.Artifacts, "test-results");
        if (Directory.Exists(results))
            Directory.Delete(results, recursive: true);

        try
        {
            context.DotNetTest(context.Solution, new DotNetTestSettings
            {
                Configuration = context.BuildConfiguration,
                NoBuild = true,
                NoLogo = true,
                Loggers = ["trx"],
                ResultsDirectory = results,
                EnvironmentVariables = { ["GITOPS_TOOLS"] = context.ToolFolder, ["GITOPS_REQUIRE_TOOLS"] = "1" },
            });
        }
        finally
        {
            Console.WriteLine(TestCounts.Read(results));
        }
    }
}

using Cake.Common;
using Cake.Core;
using Cake.Core.Packaging;

namespace Cake.Frosting.Sample;

/// <summary>Tasks that show what a program sees.</summary>
public static class Shows
{
    public sealed class ShowArguments : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context)
        {
            foreach (var (key, values) in context.Arguments.GetArguments())
            {
                context.Say($"{key} = [{string.Join('|', values)}]");
            }

            context.Say($"bool flag: {context.Argument("flag", false)}, has flag: {context.HasArgument("FLAG")}");
        }
    }

    public sealed class NeedArgument : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context) => context.Say(context.Argument<string>("needed"));
    }

    public sealed class ShowSetting : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context) =>
            context.Say($"colour: {context.Configuration.GetValue("Sample_Colour")}");
    }

    public sealed class ShowDirectory : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context)
        {
            context.Say($"directory: {context.Environment.WorkingDirectory.FullPath}");
            context.Say($"seen by the context: {context.SeenDirectory}");
        }
    }

    public sealed class ShowAssemblies : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context)
        {
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            {
                context.Say($"loaded: {assembly.GetName().Name}");
            }
        }
    }

    public sealed class ShowTool : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context) =>
            context.Say($"tool: {context.Tools.Resolve("sample-tool.sh")?.FullPath}");
    }

    public sealed class InstallTool : FrostingTask<SampleContext>
    {
        public override void Run(SampleContext context)
        {
            var files = ((ICakeContext)context).ToolInstaller.Install(new PackageReference(context.Argument<string>("tool")));
            context.Say($"installed: {string.Join(", ", files.Select(file => file.GetFilename().FullPath))}");
        }
    }
}

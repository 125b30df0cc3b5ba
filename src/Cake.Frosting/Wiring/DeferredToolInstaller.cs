using Cake.Core.IO;
using Cake.Core.Packaging;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Wiring;

/// <summary>
/// Makes Cake's installer when a tool is to be installed. Cake's context asks for it in its constructor, and it for every
/// package installer, so that each start would load NuGet, tool or no tool.
/// </summary>
internal sealed class DeferredToolInstaller(IServiceProvider services) : Core.Tooling.IToolInstaller
{
    private readonly Lazy<Core.Tooling.ToolInstaller> _installer = new(() =>
        ActivatorUtilities.CreateInstance<Core.Tooling.ToolInstaller>(services));

    public IEnumerable<FilePath> Install(PackageReference tool) => _installer.Value.Install(tool);
}

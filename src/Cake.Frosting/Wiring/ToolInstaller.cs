using Cake.Core.Packaging;

namespace Cake.Frosting.Wiring;

internal sealed class ToolInstaller(Core.Tooling.IToolInstaller installer) : IToolInstaller
{
    public void Install(PackageReference tool) => installer.Install(tool);
}

using Cake.Core.Packaging;

namespace Cake.Frosting.Wiring;

internal sealed class ToolInstaller(Core.Tooling.IToolInstaller installer) : IToolInstaller
{
    public void Install(PackageReference tool)
    {
        // Cake's installer is lazy: it installs what is enumerated.
        foreach (var _ in installer.Install(tool))
        {
        }
    }
}

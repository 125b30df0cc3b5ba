using Cake.Core.Packaging;

namespace Cake.Frosting;

/// <summary>Installs the tools that a program names.</summary>
public interface IToolInstaller
{
    /// <summary>Installs a tool into the program's tool folder and registers its files.</summary>
    /// <param name="tool">The tool's package.</param>
    void Install(PackageReference tool);
}

using System.Reflection;

namespace Cake.Frosting.Tests.InProcess;

/// <summary>An assembly that exports just the given types, so that each test has a program of its own.</summary>
internal sealed class TypeAssembly(params Type[] types) : Assembly
{
    public override Type[] GetExportedTypes() => types;
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Cake.Frosting.Tests.OutOfProcess;

namespace Cake.Frosting.Tests.PublicApi;

public sealed class ReferenceTests
{
    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    [Fact]
    public void Signatures_name_only_types_of_Cake_Core_the_container_s_abstractions_and_the_framework()
    {
        var assemblies = typeof(CakeHost).Assembly.GetExportedTypes()
            .SelectMany(SignatureTypes)
            .SelectMany(Parts)
            .Select(type => type.Assembly.GetName())
            .Where(name => !name.Name!.StartsWith("System.", StringComparison.Ordinal))
            .Select(name => $"{name.Name} {name.Version}")
            .Distinct();

        assemblies.ShouldBe(
            ["Cake.Core 7.0.0.0", "Cake.Frosting 7.0.0.0", "Microsoft.Extensions.DependencyInjection.Abstractions 10.0.0.0"],
            ignoreOrder: true);
    }

    [Fact]
    public void A_program_compiled_against_the_stand_in_refers_to_nothing_that_the_real_package_would_not_bring() =>
        References(SampleProgram.Assembly)
            .Where(name => !name.Name!.StartsWith("System.", StringComparison.Ordinal))
            .Select(name => $"{name.Name} {name.Version}")
            .ShouldBe(["Cake.Frosting 7.0.0.0", "Cake.Core 7.0.0.0", "Cake.Common 7.0.0.0"], ignoreOrder: true);

    [Fact]
    public void All_that_a_program_s_assemblies_ask_for_stands_next_to_it()
    {
        string[] present = [.. Directory.GetFiles(SampleProgram.Folder, "*.dll")];
        var missing = present
            .SelectMany(file => References(file).Select(name => (File: Path.GetFileName(file), name.Name)))
            .Where(reference => !File.Exists(Path.Combine(SampleProgram.Folder, $"{reference.Name}.dll")))
            .Where(reference => !File.Exists(Path.Combine(Framework, $"{reference.Name}.dll")));

        // Cake.Tool lacks this one as well: only Spectre's hidden command "cli opencli" would need it.
        missing.ShouldBe([("Spectre.Console.Cli.dll", "NJsonSchema")]);
    }

    private static IEnumerable<Type> SignatureTypes(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType),
        .. type.GetMethods().SelectMany(method =>
            method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
        .. type.GetMethods().SelectMany(method => method.GetGenericArguments()).SelectMany(argument => argument.GetGenericParameterConstraints()),
    ];

    private static IEnumerable<Type> Parts(Type type) => type.IsGenericType
        ? type.GetGenericArguments().SelectMany(Parts).Append(type)
        : [type];

    private static AssemblyName[] References(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        if (!image.HasMetadata)
        {
            return [];
        }

        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }
}

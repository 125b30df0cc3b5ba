using System.Buffers.Binary;

namespace GitOps.Cake.Architecture.Tests.Packages;

public class PackageTests
{
    public static TheoryData<string> Shipped =>
        [.. Repository.Files("src", "*.csproj").Select(path => Path.GetFileNameWithoutExtension(path)!).Where(name => name != "Cake.Frosting")];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Every_shipped_package_has_a_readme_and_an_approved_api(string package)
    {
        var folder = Path.Combine(Repository.Root, "nuget");

        File.ReadAllText(Path.Combine(folder, $"{package}.md")).ShouldStartWith($"# {package}\n");
        File.Exists(Path.Combine(folder, $"{package}.api.txt")).ShouldBeTrue();
    }

    [Fact]
    public void The_icon_is_a_small_square()
    {
        var icon = File.ReadAllBytes(Path.Combine(Repository.Root, "nuget", "icon.png"));

        icon.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)).ShouldBe(128);
        BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20)).ShouldBe(128);
        icon.Length.ShouldBeLessThan(20_000);
    }

    // Beside the packages' own files: what teams paste into their CI systems.
    [Fact]
    public void The_folder_of_packages_has_nothing_else()
    {
        var known = Shipped.SelectMany(row => new[] { $"nuget/{row.Data}.md", $"nuget/{row.Data}.api.txt" }).Append("nuget/icon.png");

        Repository.Files("nuget", "*").Select(Repository.Relative)
            .Where(path => !path.EndsWith(".received.txt", StringComparison.Ordinal) && !path.StartsWith("nuget/ci/", StringComparison.Ordinal))
            .Except(known).ShouldBeEmpty();
    }
}

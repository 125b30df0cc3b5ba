using System.IO.Compression;

namespace Cake.Frosting.Tests.OutOfProcess;

public sealed class ToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_tool_that_the_program_names_is_installed_before_the_first_task_even_to_show_the_tree()
    {
        var run = await RunAsync(inCode: PackTool(), "--tree");

        run.ExitCode.ShouldBe(0);
        Directory.GetFiles(Path.Combine(_folder.Path, "my-tools"), "sample-tool.sh", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_installed_tool_is_found_by_name()
    {
        var run = await RunAsync(inCode: PackTool(), "--target=ShowTool");

        run.ExitCode.ShouldBe(0);
        run.Lines.ShouldContain(line => line.StartsWith("tool: ", StringComparison.Ordinal) && line.EndsWith("/sample-tool.sh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_can_install_a_tool_through_the_context()
    {
        var run = await RunAsync(inCode: null, "--target=InstallTool", $"--tool={PackTool()}");

        run.ExitCode.ShouldBe(0);
        run.Lines.ShouldContain("installed: sample-tool.sh");
        Directory.Exists(Path.Combine(_folder.Path, "tools")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_program_without_tools_does_not_load_NuGet()
    {
        var run = await RunAsync(inCode: null, "--target=ShowAssemblies");

        run.Lines.ShouldContain("loaded: Cake.Core");
        run.Lines.ShouldNotContain(line => line.StartsWith("loaded: NuGet.", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private Task<ProgramOutput> RunAsync(string? inCode, params string[] arguments) => SampleProgram.RunAsync(new ProgramStart(arguments)
    {
        Directory = _folder.Path,
        Environment = new() { ["NO_COLOR"] = "1", ["SAMPLE_TOOL"] = inCode, ["NUGET_PACKAGES"] = Path.Combine(_folder.Path, "packages") },
    });

    /// <summary>Makes a package in a folder that serves as the only feed.</summary>
    /// <returns>The tool's address.</returns>
    private string PackTool()
    {
        _folder.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        var feed = Directory.CreateDirectory(Path.Combine(_folder.Path, "feed")).FullName;
        using var package = ZipFile.Open(Path.Combine(feed, "Sample.Tool.1.0.0.nupkg"), ZipArchiveMode.Create);
        Write(package, "tools/sample-tool.sh", "#!/bin/sh\n");
        Write(package, "Sample.Tool.nuspec", """
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>Sample.Tool</id>
                <version>1.0.0</version>
                <authors>tests</authors>
                <description>A tool of the tests.</description>
              </metadata>
            </package>
            """);
        return $"nuget:file://{feed}?package=Sample.Tool&version=1.0.0&include=/**/*.sh";
    }

    private static void Write(ZipArchive package, string name, string text)
    {
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        writer.Write(text);
    }
}

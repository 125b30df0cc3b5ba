namespace GitOps.Cake.Conformance.Tests;

/// <summary>The program as a whole, on a set of cases made for it.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("program-");

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Wrong_answers_are_told_and_fail_the_run(int major)
    {
        AddCase("group/right", "{run: [frobnicate], compare: error}", major, exit: 3);
        AddCase("group/wrong", "{run: [frobnicate], compare: error}", major, exit: 1);
        AddCase("group/unrecorded", "{run: [frobnicate], compare: error}, {run: [frobnicate], compare: error}", major, exit: 3);
        AddCase("group/unreadable", "{run: [frobnicate], compare: guess}", major, exit: 3);
        AddCase("other/left-out", "{run: [frobnicate], compare: error}", major, exit: 0);
        Write("charts/one/Chart.yaml", "apiVersion: v2\nname: one\nversion: 0.1.0\n");

        var (exit, output) = await RunAsync(major, "--filter", "group/*", "--json", Path.Combine(_folder.FullName, "result.json"));

        exit.ShouldBe(1);
        output.TrimEnd().Split('\n')[^1].ShouldBe("1 same, 0 better, 0 refused, 1 different, 2 not run");
        output.ShouldContain("different  group/wrong");
        output.ShouldContain("not run  group/unreadable");
        File.ReadAllText(Path.Combine(_folder.FullName, "result.json")).ShouldContain("\"notRun\"");
        (await RunAsync(major, "--filter", "right")).Exit.ShouldBe(0);
        (await RunAsync(major, "--filter", "nothing/*")).Exit.ShouldBe(2);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AddCase(string name, string steps, int major, int exit)
    {
        Write($"cases/{name}/case.yaml", $"steps: [{steps}]\n");
        Write($"cases/{name}/helmfile.yaml", "releases:\n- {name: a, chart: ../../../charts/one}\n");
        Write($"answers/{major}/{name}/1/exit", $"{exit}\n");
    }

    private void Write(string path, string content)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private async Task<(int Exit, string Output)> RunAsync(int major, params string[] more)
    {
        using var output = new StringWriter();
        var exit = await ConformanceProgram.RunAsync(
            ["--cases", Folder("cases"), "--answers", Folder("answers"), "--charts", Folder("charts"), "--helm", TestTools.Helm(major), .. more], output);
        return (exit, output.ToString());
    }

    private string Folder(string name) => Path.Combine(_folder.FullName, name);
}

using System.Diagnostics.CodeAnalysis;

namespace GitOps.Cake.EndToEnd.Deploying;

public class KeepingSecrets(SharedCluster shared)
{
    private const string Canary = "c4n4ry-v4lue-0f-4-s3cret";
    private const string SecretTemplate = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Release.Name }}\nstringData:\n  password: {{ .Values.password | quote }}\n";

    [Theory]
    [InlineData("values: [{password: CANARY}]", SecretTemplate)]
    [InlineData("values: [secret.yaml]", SecretTemplate)]
    [InlineData("set: [{name: password, value: CANARY}]", SecretTemplate)]
    [InlineData("values: [{password: CANARY}]", SecretTemplate + "---\n{{ fail \"broken\" }}\n")]
    [InlineData("set: [{name: password, value: CANARY}]", SecretTemplate + "---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: Not_A_Name\n")]
    [SuppressMessage("Usage", "xUnit1026:Theory methods should use all of their parameters", Justification = "Both are used.")]
    public async Task A_secret_value_is_in_no_output_plan_or_file(string values, string template)
    {
        using var project = new Project(await shared.GetAsync())
            .Releases($"releases:\n  - name: one\n    namespace: NS\n    chart: ./chart\n    {values.Replace("CANARY", Canary, StringComparison.Ordinal)}\n")
            .Write("secret.yaml", $"password: {Canary}\n")
            .Write("chart/templates/config.yaml", template);
        var plan = Path.Combine(project.Folder, "plan.json");

        ProgramRun[] runs = [await project.DiffAsync("--verbosity=diagnostic", $"--plan={plan}"), await project.ApplyAsync("--verbosity=diagnostic"), await project.ApplyAsync()];

        foreach (var run in runs)
        {
            run.All.ShouldNotContain(Canary);
            run.All.ShouldNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Canary)));
        }

        if (File.Exists(plan))
            (await File.ReadAllTextAsync(plan)).ShouldNotContain(Canary);

        Directory.EnumerateFileSystemEntries(project.TempFolder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}

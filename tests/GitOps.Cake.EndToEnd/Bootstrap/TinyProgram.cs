namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>The program under <c>build/</c> of a <see cref="TinyRepository"/>.</summary>
internal static class TinyProgram
{
    public const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="../src/**/*.cs" />
            <EmbeddedResource Include="../src/**/*.txt" LogicalName="%(Filename)" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>
    /// <c>arguments …</c> prints each with its length, <c>exit N</c> ends with N, <c>where</c> prints the working directory,
    /// <c>wait</c> prints its process id and ends with 42 after SIGTERM, <c>parts</c> prints what it was compiled from.
    /// </summary>
    public const string Source = """
        using System.Reflection;
        using System.Runtime.InteropServices;

        switch (args[0])
        {
            case "arguments":
                foreach (var argument in args[1..])
                    Console.WriteLine($"{argument.Length}:{argument}");
                return 0;
            case "exit":
                return int.Parse(args[1]);
            case "where":
                Console.WriteLine(Environment.CurrentDirectory);
                return 0;
            case "wait":
                var ended = new TaskCompletionSource<int>();
                using (PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => { signal.Cancel = true; ended.TrySetResult(42); }))
                {
                    Console.WriteLine(Environment.ProcessId);
                    return await ended.Task;
                }
            case "parts":
                var program = Assembly.GetExecutingAssembly();
                foreach (var part in program.GetTypes().Where(type => type.Namespace == "Parts").OrderBy(type => type.Name))
                    Console.WriteLine($"{part.Name}={part.GetField("Text", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)}");
                foreach (var resource in program.GetManifestResourceNames())
                    Console.WriteLine($"{resource}: {new StreamReader(program.GetManifestResourceStream(resource)!).ReadToEnd()}");
                return 0;
            default:
                return 1;
        }
        """;
}

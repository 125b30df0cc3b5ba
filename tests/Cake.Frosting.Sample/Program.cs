using Cake.Frosting;
using Cake.Frosting.Sample;

// What a test cannot ask for on the command line, because it is decided before that is read, comes from the environment.
var host = new CakeHost()
    .UseContext<SampleContext>()
    .UseLifetime<SampleLifetime>()
    .UseTaskLifetime<SampleTaskLifetime>()
    .UseCakeSetting("Sample_Colour", "code");

if (Environment.GetEnvironmentVariable("SAMPLE_WORKING_DIRECTORY") is { } directory)
{
    host.UseWorkingDirectory(directory);
}

if (Environment.GetEnvironmentVariable("SAMPLE_TOOL") is { } tool)
{
    host.InstallTool(new Uri(tool)).SetToolPath("my-tools");
}

return host.Run(args);

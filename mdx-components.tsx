export { useMDXComponents } from "@/components/mdx/components";
